"use client";
import type { FormWords } from "@/i18n/form-words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import type { RefusedForm } from "@/ui/form-state";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import type { Room } from "../../ui/data";
import { useReader } from "../../ui/reader";

type SecondAdminProps = { room: Room; form: FormWords; refused: RefusedForm | null };

/** Whether every step needs a second admin, and the switch for admins. */
export function SecondAdmin({ room, form, refused }: SecondAdminProps) {
  const { t } = useReader(room.at);
  const on = room.twoAdmins;
  if (!on && !room.may.flip) return null;
  return (
    <Section title={t("launch.second.title")}>
      <div className="stack">
        <p className="max-w-read font-serif text-read">{t(on ? "launch.second.on" : "launch.second.off")}</p>
        {room.may.flip ? (
          <ActionForm
            procedure="launch.setSecondAdmin"
            back={paths.launch()}
            words={form}
            refused={refused}
            hidden={{ on: on ? "no" : "yes", _to: paths.launch() }}
            label={t("launch.second.title")}
          >
            <div>
              <SubmitButton look="quiet">{t(on ? "launch.second.turnOff" : "launch.second.turnOn")}</SubmitButton>
            </div>
          </ActionForm>
        ) : null}
      </div>
    </Section>
  );
}
