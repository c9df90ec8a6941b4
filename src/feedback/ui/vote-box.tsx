import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { STAGE_WORDS } from "@/spaces/ui/stage-words";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { REASON_MAX } from "../shape";
import type { IdeaView } from "../views";
import { NeedChoice } from "./need-choice";
import { VoteSum } from "./vote-sum";
import { NEED_WORDS } from "./words";

type VoteBoxProps = {
  idea: IdeaView;
  back: string;
  t: Words;
  words: FormWords;
  /** The vote and the taking back of it, each as it came back when it was refused. */
  refused: { vote: RefusedForm | null; unvote: RefusedForm | null };
};

/** Who wants it, and the viewer's own voice: given, changed, taken back. */
export function VoteBox(props: VoteBoxProps) {
  const { idea, t, refused } = props;
  return (
    <section id="vote" className="mt-8 scroll-mt-4 border-ink border-t pt-3" aria-labelledby="votes">
      <VoteSum idea={idea} t={t} />
      {idea.importedVotes === 0 ? null : (
        <p className="quiet fine mt-1">{t("feedback.votes.elsewhere", { count: idea.importedVotes })}</p>
      )}
      {idea.voted === null ? null : <MyVote {...props} need={idea.voted} />}
      {idea.may.vote && idea.voted === null ? (
        <details className="mt-4" open={refused.vote !== null}>
          <summary className="button" data-look="primary">
            {t("feedback.votes.title")}
          </summary>
          <VoteForm {...props} />
        </details>
      ) : null}
      <WhyNot idea={idea} t={t} />
    </section>
  );
}

function WhyNot({ idea, t }: { idea: IdeaView; t: Words }) {
  if (idea.may.vote || idea.archived) return null;
  const why = idea.votesOpen
    ? t("feedback.votes.closed")
    : t("feedback.votes.notYet", { stage: t(STAGE_WORDS[idea.votesAt]) });
  return <p className="quiet mt-3">{why}</p>;
}

function MyVote({ need, ...props }: VoteBoxProps & { need: NonNullable<IdeaView["voted"]> }) {
  const { idea, back, t, words, refused } = props;
  return (
    <div className="mt-4 border-crust border-s-3 ps-4">
      <p>
        <strong className="font-semibold">{t("feedback.votes.said", { need: t(NEED_WORDS[need].name) })}</strong>
        {idea.myReason === "" ? null : <span className="quiet"> {idea.myReason}</span>}
      </p>
      {idea.may.vote ? (
        <>
          <details className="mt-1" open={refused.vote !== null}>
            <summary className="fine text-crust">{t("feedback.votes.change")}</summary>
            <VoteForm {...props} />
          </details>
          <ActionForm
            className="mt-1"
            procedure="feedback.unvote"
            back={`${back}#vote`}
            words={words}
            refused={refused.unvote}
            hidden={{ idea: idea.id, _to: `${paths.idea(idea.id)}#vote` }}
          >
            <SubmitButton look="plain" size="small" className="-ms-2 justify-self-start">
              {t("feedback.votes.back")}
            </SubmitButton>
          </ActionForm>
        </>
      ) : null}
    </div>
  );
}

function VoteForm({ idea, back, t, words, refused }: VoteBoxProps) {
  const again = idea.voted !== null;
  return (
    <ActionForm
      className="mt-4"
      label={again ? t("feedback.votes.yours") : t("feedback.votes.title")}
      procedure="feedback.vote"
      back={`${back}#vote`}
      words={words}
      refused={refused.vote}
      hidden={{ idea: idea.id, _to: `${paths.idea(idea.id)}#vote` }}
    >
      <NeedChoice legend={t("feedback.suggest.need")} value={idea.voted ?? "need"} t={t} />
      <Field
        name="reason"
        label={t("feedback.votes.reason")}
        note={t("common.optional")}
        hint={t("feedback.votes.reasonHint")}
        value={idea.myReason}
        max={REASON_MAX}
      >
        <TextInput autoComplete="off" />
      </Field>
      <div className="button-row">
        <SubmitButton icon="vote">{again ? t("feedback.votes.save") : t("feedback.votes.send")}</SubmitButton>
        <span className="quiet fine basis-48 grow">{t("feedback.votes.open")}</span>
      </div>
    </ActionForm>
  );
}
