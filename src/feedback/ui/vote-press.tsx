import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import type { RefusedForm } from "@/ui/form-state";
import { Icon } from "@/ui/icon";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import type { IdeaCard } from "../views";

type VotePressProps = {
  idea: IdeaCard;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

const SHAPE = "grid w-13 justify-items-center gap-0 rounded-md border px-1 py-1.5 leading-tight no-underline";

/**
 * How many want it, and one press to join them. A vote that is there is not taken away by a press: the link leads to
 * where it is changed, with its reason.
 */
export function VotePress({ idea, back, t, words, refused }: VotePressProps) {
  const count = t("feedback.votes.short", { count: idea.voteCount });
  if (idea.voted !== null)
    return (
      <Link
        href={`${paths.idea(idea.id)}#vote`}
        className={`${SHAPE} border-crust bg-crust-faint text-crust`}
        aria-label={`${t("feedback.votes.pressed")}. ${count}`}
      >
        <Icon name="check" />
        <span className="font-semibold tabular-nums">{idea.voteCount}</span>
      </Link>
    );
  if (!idea.may.vote)
    return (
      <span className={`${SHAPE} border-transparent text-ink-soft`}>
        <Icon name="vote" />
        <span className="font-semibold tabular-nums" aria-hidden="true">
          {idea.voteCount}
        </span>
        <span className="hidden-words">{count}</span>
      </span>
    );
  return (
    <ActionForm
      procedure="feedback.vote"
      back={back}
      // The number stays in its place while the vote is under way.
      words={{ ...words, busy: "" }}
      refused={refused}
      hidden={{ idea: idea.id, need: "need" }}
    >
      <SubmitButton
        look="quiet"
        className="grid w-13 justify-items-center gap-0 px-1 py-1.5 leading-tight"
        aria-label={`${t("feedback.votes.press", { title: idea.title })}. ${count}`}
      >
        <Icon name="vote" />
        <span className="font-semibold tabular-nums">{idea.voteCount}</span>
      </SubmitButton>
    </ActionForm>
  );
}
