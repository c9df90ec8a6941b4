import type { FormWords } from "@/i18n/form-words";
import { LOCALES, type Locale } from "@/i18n/locale";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { PreviewButton } from "@/posts/ui/preview-button";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { Checkbox, RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import type { Built } from "../built";
import { DOOR_TITLE_MAX, LETTER_MAX } from "../shape";

/** What was built, as the beginning of a letter that the host goes on with. */
export function builtWords(t: Words, built: readonly Built[]): string {
  return built
    .map(({ title, thanksTo }) =>
      thanksTo === null ? `- ${title}` : `- ${t("door.desk.builtBy", { title, name: thanksTo })}`,
    )
    .join("\n");
}

type DoorLetterFormProps = {
  t: Words;
  words: FormWords;
  letter: { id?: string; title: string; body: string; language: Locale };
  /** What was built lately, where the letter begins with it; null where it does not. */
  built: readonly Built[] | null;
  /** Whom a new one reaches by mail; null for one that stands at the door already. */
  followers: number | null;
  back: string;
  refused: RefusedForm | null;
};

/** Writes a letter to those who wait, or changes one. */
export function DoorLetterForm({ t, words, letter, built, followers, back, refused }: DoorLetterFormProps) {
  const isNew = letter.id === undefined;
  const hidden: Record<string, string> = letter.id === undefined ? {} : { letter: letter.id };
  return (
    <div className="stack">
      {isNew && built === null ? (
        <p className="quiet">
          {t("door.desk.beginLead")}{" "}
          <LinkButton look="plain" size="small" href={withQuery(paths.launchDoor(), { begin: "built" })}>
            {t("door.desk.begin")}
          </LinkButton>
        </p>
      ) : null}
      {built?.length === 0 ? <p className="quiet">{t("door.desk.builtNone")}</p> : null}
      <ActionForm
        procedure={isNew ? "door.writeLetter" : "door.changeLetter"}
        back={back}
        words={words}
        refused={refused}
        hidden={{ ...hidden, _to: paths.launchDoor() }}
        label={t(isNew ? "door.desk.write" : "door.desk.change")}
      >
        <Field name="title" label={t("door.desk.letterTitle")} value={letter.title} max={DOOR_TITLE_MAX} required>
          <TextInput autoComplete="off" />
        </Field>
        <Field
          name="body"
          label={t("door.desk.body")}
          hint={t("door.desk.bodyHint")}
          value={letter.body}
          max={LETTER_MAX}
          required
        >
          <TextArea rows={8} reading />
        </Field>
        <RadioGroup
          name="language"
          legend={t("door.desk.language")}
          value={letter.language}
          options={LOCALES.map((value) => ({ value, label: t(`shell.locale.${value}`) }))}
        />
        {followers === null ? null : (
          <Checkbox
            name="byMail"
            label={t("door.desk.byMail", { count: followers })}
            hint={t("door.desk.byMailHint")}
          />
        )}
        <div className="button-row">
          <SubmitButton>{t(isNew ? "door.desk.publish" : "door.desk.save")}</SubmitButton>
          <PreviewButton t={t} verb="door.previewLetter" />
        </div>
      </ActionForm>
    </div>
  );
}
