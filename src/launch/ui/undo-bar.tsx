"use client";
import type { FormWords } from "@/i18n/form-words";
import { paths, withQuery } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import type { Room } from "./data";
import { useReader } from "./reader";

type UndoBarProps = { room: Room; form: FormWords; refused: RefusedForm | null };

/** While the letters of the last flip wait: the way back as if nothing had happened, and until when. */
export function UndoBar({ room, form, refused }: UndoBarProps) {
  const { t, format } = useReader(room.at);
  const { hold, lastFlip } = room;
  if (hold === null || lastFlip === null) return null;
  const until = format.time(hold.until);
  const facts = { stage: t(`stages.name.${lastFlip.to}`), since: format.time(lastFlip.at), until };
  const name = lastFlip.by?.displayName ?? "";
  return (
    <Callout>
      <p>{name === "" ? t("launch.undo.barNobody", facts) : t("launch.undo.bar", { ...facts, name })}</p>
      {room.may.flip ? (
        <ActionForm
          procedure="launch.undo"
          back={paths.launch()}
          words={form}
          refused={refused}
          hidden={{ flip: hold.flip, _to: withQuery(paths.launch(), { done: "undo" }) }}
          label={t("launch.undo.label")}
        >
          <Field name="reason" label={t("launch.undo.reason")} note={t("common.optional")}>
            <TextInput />
          </Field>
          <div>
            <SubmitButton>{t("launch.undo.submit", { until })}</SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <p>{t("launch.undo.hosts", { until })}</p>
      )}
    </Callout>
  );
}
