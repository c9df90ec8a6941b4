import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import type { EntryView } from "../views";

const KINDS = ["departments", "sites", "groups"] as const;

type AudienceFormProps = { t: Words; entry: EntryView; words: FormWords; refused: RefusedForm | null };

/** Whom the pilot admits, one name a line; with the names that are known and how many people each brings. */
export function AudienceForm({ t, entry, words, refused }: AudienceFormProps) {
  const here = paths.launchEntry();
  return (
    <Section title={t("entry.change")}>
      <ActionForm
        procedure="entry.setAudience"
        back={here}
        words={words}
        refused={refused}
        hidden={{ version: entry.version, _to: `${here}?gained={gained}&lost={lost}` }}
        label={t("entry.change")}
      >
        <p className="quiet">{t("entry.changeText")}</p>
        {KINDS.map((kind) => (
          <Field
            key={kind}
            name={kind}
            label={t(`entry.${kind}`)}
            note={t("common.optional")}
            hint={hintOf(t, entry.known[kind])}
            value={entry.audience[kind].join("\n")}
          >
            <TextArea rows={3} autoComplete="off" spellCheck={false} />
          </Field>
        ))}
        <div>
          <SubmitButton>{t("entry.save")}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}

function hintOf(t: Words, known: EntryView["known"]["groups"]): string {
  const names = known.map(({ name, count }) => `${name} (${count})`).join(", ");
  return names === "" ? t("entry.line") : t("entry.known", { names });
}
