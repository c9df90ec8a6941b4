import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { HOOK_EVENTS } from "../shape";
import type { WebhookView } from "../views";
import { HOOK_WORDS } from "./words";

/** A board that can be chosen. */
export type BoardChoice = { readonly id: string; readonly name: string };

type WebhookFormProps = {
  /** The one to change; null for a new one. */
  webhook: WebhookView | null;
  boards: readonly BoardChoice[];
  back: string;
  to: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Where it is, what it is told of, and of which boards. */
export function WebhookForm({ webhook, boards, back, to, t, words, refused }: WebhookFormProps) {
  return (
    <ActionForm
      procedure={webhook === null ? "webhooks.add" : "webhooks.edit"}
      back={back}
      words={words}
      refused={refused}
      hidden={{ webhook: webhook?.id, _to: to }}
      label={webhook === null ? t("webhooks.add") : t("webhooks.edit")}
    >
      <Field name="name" label={t("webhooks.form.name")} value={webhook?.name ?? ""} required>
        <TextInput autoComplete="off" maxLength={80} />
      </Field>
      <Field
        name="url"
        label={t("webhooks.form.url")}
        hint={t("webhooks.form.urlHint")}
        value={webhook?.url ?? ""}
        required
      >
        <TextInput type="url" inputMode="url" autoComplete="off" />
      </Field>
      <fieldset className="choices">
        <legend>{t("webhooks.form.events")}</legend>
        {HOOK_EVENTS.map((event) => (
          <Checkbox
            key={event}
            name="events"
            value={event}
            label={t(HOOK_WORDS[event])}
            checked={webhook === null ? event !== "idea.votes" : webhook.events.includes(event)}
          />
        ))}
      </fieldset>
      {boards.length === 0 ? null : (
        <fieldset className="choices">
          <legend>{t("webhooks.form.boards")}</legend>
          <span className="field-hint">{t("webhooks.form.boardsHint")}</span>
          {boards.map(({ id, name }) => (
            <Checkbox key={id} name="boards" value={id} label={name} checked={webhook?.boards?.includes(id) ?? false} />
          ))}
        </fieldset>
      )}
      <div>
        <SubmitButton icon={webhook === null ? "add" : "save"}>
          {webhook === null ? t("webhooks.form.add") : t("webhooks.form.save")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
