import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { REPORT_REASONS, REPORT_WORDS_MAX } from "@/posts/moderation/shape";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import type { Reportable } from "../views";
import { placeOfThing } from "./words-of-thing";

type ReportFormProps = { thing: Reportable; back: string; t: Words; words: FormWords; refused: RefusedForm | null };

/** Brings words to the hosts: why, and what they should know. */
export function ReportForm({ thing, back, t, words, refused }: ReportFormProps) {
  const place = placeOfThing(thing);
  return (
    <>
      <blockquote className="list-text mb-5 whitespace-pre-line border-line border-s-2 ps-4">
        {thing.excerpt}
      </blockquote>
      {thing.looksAfter ? (
        <Callout>
          <p>{t("moderation.report.lookAfter", { name: thing.author.displayName })}</p>
          <p>
            <Link href={paths.moderated(thing.id)}>{t("moderation.report.open")}</Link>
          </p>
        </Callout>
      ) : null}
      {thing.reported ? (
        <p>
          {t("moderation.report.already")} <Link href={place}>{t("moderation.report.back")}</Link>
        </p>
      ) : (
        <ActionForm
          procedure="moderation.report"
          back={back}
          words={words}
          refused={refused}
          hidden={{ thing: thing.id, _to: withQuery(back, { sent: "yes" }) }}
        >
          <RadioGroup
            name="reason"
            legend={t("moderation.report.reason")}
            required
            options={REPORT_REASONS.map((value) => ({ value, label: t(`moderation.reasons.${value}`) }))}
          />
          <Field
            name="words"
            label={t("moderation.report.words")}
            note={t("moderation.report.optional")}
            hint={t("moderation.report.private")}
            max={REPORT_WORDS_MAX}
          >
            <TextArea />
          </Field>
          <div className="button-row">
            <SubmitButton>{t("moderation.report.send")}</SubmitButton>
            <LinkButton look="plain" href={place}>
              {t("common.cancel")}
            </LinkButton>
          </div>
        </ActionForm>
      )}
    </>
  );
}
