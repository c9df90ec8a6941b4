import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { STAGE_WORDS } from "@/spaces/ui/stage-words";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { Link } from "@/ui/link";
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
      {idea.may.seeSegments && idea.voteCount > 0 ? (
        <p className="meta mt-3">
          <Link href={paths.ideaVotes(idea.id)}>{t("feedback.votes.segments")}</Link>
        </p>
      ) : null}
    </section>
  );
}

function whyNot(idea: IdeaView, t: Words): string {
  if (!idea.votesOpen) return t("feedback.votes.notYet", { stage: t(STAGE_WORDS[idea.votesAt]) });
  if (idea.status === "shipped") return t("feedback.votes.closed");
  if (idea.votesLeft === 0 && idea.voteBudget !== null) return t("feedback.votes.none", { budget: idea.voteBudget });
  return t("feedback.votes.others");
}

function WhyNot({ idea, t }: { idea: IdeaView; t: Words }) {
  return idea.may.vote || idea.archived ? null : <p className="quiet mt-3">{whyNot(idea, t)}</p>;
}

/** Who will know of the vote, and how many are left. */
function Terms({ idea, t }: { idea: IdeaView; t: Words }) {
  const { votersShown, votesLeft: left, voteBudget: budget } = idea;
  const shown = votersShown === "names" ? t("feedback.votes.open") : t(`feedback.votes.hidden.${votersShown}`);
  const isCounted = idea.voted === null && left !== null && budget !== null;
  return (
    <span className="quiet fine basis-48 grow">
      {shown} {isCounted ? t("feedback.votes.left", { left, budget }) : null}
    </span>
  );
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
        <details className="mt-1" open={refused.vote !== null}>
          <summary className="fine text-crust">{t("feedback.votes.change")}</summary>
          <VoteForm {...props} />
        </details>
      ) : null}
      {idea.may.unvote ? (
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
        <Terms idea={idea} t={t} />
      </div>
    </ActionForm>
  );
}
