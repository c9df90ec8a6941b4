"use client";
import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { ButtonRow } from "@/ui/button";
import type { RefusedForm } from "@/ui/form-state";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import type { Room } from "../../ui/data";
import { useReader } from "../../ui/reader";

type SecondAdminProps = { room: Room; form: FormWords; refused: RefusedForm | null };

/** Whether every step needs a second admin, and the switch for admins. */
export function SecondAdmin({ room, form, refused }: SecondAdminProps) {
  const { t, format } = useReader(room.at);
  const on = room.twoAdmins;
  if (!on && !room.may.flip) return null;
  const wish = room.secondOff;
  const facts = wish === null ? null : { name: wish.by.name, expires: format.dateTime(wish.expiresAt) };
  return (
    <Section title={t("launch.second.title")}>
      <div className="stack">
        <p className="max-w-read font-serif text-read">{t(on ? "launch.second.on" : "launch.second.off")}</p>
        {facts === null ? null : <p className="max-w-read">{t("launch.second.asked", facts)}</p>}
        {room.may.flip ? (
          <ActionForm
            procedure="launch.setSecondAdmin"
            back={paths.launch()}
            words={form}
            refused={refused}
            hidden={{ _to: paths.launch() }}
            label={t("launch.second.title")}
          >
            <ButtonRow>
              <Choices t={t} room={room} />
            </ButtonRow>
          </ActionForm>
        ) : null}
      </div>
    </Section>
  );
}

/** What an admin may say of it: ask for two, ask for one, or answer whoever asked for one. */
function Choices({ t, room: { twoAdmins, secondOff } }: { t: Words; room: Room }) {
  const choice = (on: "yes" | "no", label: string) => (
    <SubmitButton look="quiet" name="on" value={on}>
      {label}
    </SubmitButton>
  );
  if (!twoAdmins) return choice("yes", t("launch.second.turnOn"));
  if (secondOff === null) return choice("no", t("launch.second.turnOff"));
  return (
    <>
      {secondOff.may.agree ? choice("no", t("launch.second.agree")) : null}
      {choice("yes", t("launch.second.keep"))}
    </>
  );
}
