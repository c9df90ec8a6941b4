import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { type HostLineView, LINE_MAX } from "../reading/shape";

/** What a host wrote about a conversation, in the reader's language when it was written in it. */
export function HostLine({ line, t }: { line: HostLineView | null; t: Words }) {
  if (line === null) return null;
  const [mine, other] = t.locale === "fr" ? [line.french, line.english] : [line.english, line.french];
  const foreign = t.locale === "fr" ? "en" : "fr";
  return (
    <>
      <span lang={mine === "" ? foreign : undefined}>{mine === "" ? other : mine}</span>{" "}
      <span className="quiet">{t("reading.line.by", { name: line.by })}</span>
    </>
  );
}

type HostLineFormProps = {
  postId: string;
  line: HostLineView | null;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Where a host says in a line why a conversation matters. */
export function HostLineForm({ postId, line, back, t, words, refused }: HostLineFormProps) {
  return (
    <details className="fine mt-3" open={refused !== null}>
      <summary className="quiet">{t(line === null ? "reading.line.write" : "reading.line.change")}</summary>
      <ActionForm procedure="reading.writeLine" back={back} words={words} refused={refused} hidden={{ post: postId }}>
        <p className="quiet">{t("reading.line.hint")}</p>
        <Field name="english" label={t("reading.line.english")} value={line?.english ?? ""} max={LINE_MAX}>
          <TextInput />
        </Field>
        <Field name="french" label={t("reading.line.french")} value={line?.french ?? ""} max={LINE_MAX}>
          <TextInput />
        </Field>
        <div className="button-row">
          <SubmitButton look="quiet" size="small">
            {t("reading.line.save")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
