import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { LOCK_REASON_MAX } from "@/posts/shape";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import type { IdeaView } from "../../views";

type HostToolsProps = {
  idea: IdeaView;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** What hosts do with an idea beside answering it. */
export function HostTools(props: HostToolsProps) {
  const { idea, t } = props;
  if (!idea.may.move) return null;
  return (
    <Section title={t("ideas.host.tools")}>
      <div className="button-row">
        <LinkButton size="small" href={paths.mergeIdea(idea.id)}>
          {t("ideas.merge.link")}
        </LinkButton>
        <LinkButton size="small" href={paths.transferIdea(idea.id)}>
          {t("ideas.host.board")}
        </LinkButton>
      </div>
      <LockForm {...props} />
    </Section>
  );
}

function LockForm({ idea, back, t, words, refused }: HostToolsProps) {
  const isLocked = idea.lockedAt !== null;
  const form = {
    procedure: "feedback.lockTalk",
    back,
    words,
    refused,
    hidden: { idea: idea.id, locked: String(!isLocked) },
  };
  if (isLocked)
    return (
      <ActionForm className="mt-3" {...form}>
        <div>
          <SubmitButton look="quiet" size="small">
            {t("ideas.host.unlock")}
          </SubmitButton>
        </div>
      </ActionForm>
    );
  return (
    <details className="mt-3" open={refused !== null}>
      <summary className="text-crust">{t("ideas.host.lock")}</summary>
      <ActionForm className="mt-3" label={t("ideas.host.lock")} {...form}>
        <Field
          name="reason"
          label={t("ideas.host.lockReason")}
          note={t("common.optional")}
          hint={t("ideas.host.lockHint")}
          max={LOCK_REASON_MAX}
        >
          <TextInput autoComplete="off" />
        </Field>
        <div>
          <SubmitButton look="quiet" size="small">
            {t("ideas.host.lock")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
