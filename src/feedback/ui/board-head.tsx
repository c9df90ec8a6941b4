import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { STAGE_WORDS } from "@/spaces/ui/stage-words";
import { LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";
import type { BoardView } from "../views";
import { cohortNames } from "./cohort-words";

/** The name of a board, what it is about, and the way to put something on it. */
export function BoardHead({ board, t }: { board: BoardView; t: Words }) {
  return (
    <PageTitle
      kicker={<Link href={paths.boards()}>{t("feedback.boards.title")}</Link>}
      lead={board.purpose}
      meta={
        <>
          <span>{t("feedback.boards.ideas", { count: board.ideaCount })}</span>
          {board.may.run ? <Link href={paths.editBoard(board.slug)}>{t("feedback.board.settings")}</Link> : null}
          {board.may.run ? <Link href={paths.boardImport(board.slug)}>{t("imports.ideas.link")}</Link> : null}
          {board.may.run ? <a href={paths.boardExport(board.slug)}>{t("imports.ideas.export")}</a> : null}
        </>
      }
      actions={
        board.may.suggest && board.ideaCount > 0 ? (
          <LinkButton look="primary" icon="idea" href={paths.suggest(board.slug)} data-key="compose">
            {t("feedback.board.suggest")}
          </LinkButton>
        ) : null
      }
    >
      {board.name}
    </PageTitle>
  );
}

/** Why the viewer cannot do everything here, as far as it is the board that says so. */
function closedTo({ may, votesOpen, voteTo, suggestTo }: BoardView, t: Words): string[] {
  const isOthers = !may.suggest && suggestTo !== "members";
  const isVoteOthers = votesOpen && !may.vote && voteTo !== "members";
  if (isOthers && isVoteOthers) return [t("feedback.board.readsOnly")];
  return [
    ...(isOthers ? [t("feedback.board.suggestOthers")] : []),
    ...(isVoteOthers ? [t("feedback.board.voteOthers")] : []),
  ];
}

function noticesOf(board: BoardView, t: Words): string[] {
  if (board.archivedAt !== null) return [t("feedback.board.isArchived")];
  if (board.audience === "hosts") return [t("feedback.board.teamOnly")];
  const names = cohortNames(board.audienceCohorts, t.locale);
  const forWhom = board.audience === "cohort" ? [t("feedback.board.seenBy", { names })] : [];
  if (!board.open) return [t("feedback.board.onlyTeam", { stage: t(STAGE_WORDS[board.opensAt]) }), ...forWhom];
  const later = board.votesOpen ? [] : [t("feedback.board.votesNotYet", { stage: t(STAGE_WORDS[board.votesAt]) })];
  return [...forWhom, ...later, ...closedTo(board, t)];
}

/** Says for whom a board is, and what cannot be done on it yet, or any more. */
export function BoardNotice({ board, t }: { board: BoardView; t: Words }) {
  const notices = noticesOf(board, t);
  return (
    <>
      {notices.length === 0 ? null : (
        <div className="mb-6 max-w-read">
          <Callout>
            {notices.map((notice) => (
              <p key={notice}>{notice}</p>
            ))}
          </Callout>
        </div>
      )}
      <VotesLeft board={board} t={t} />
    </>
  );
}

/** How many votes of a budget the viewer has left, where they can give them. */
function VotesLeft({ board, t }: { board: BoardView; t: Words }) {
  const { voteBudget: budget, votesLeft: left, may } = board;
  if (budget === null || left === null || !may.vote || board.ideaCount === 0) return null;
  return <p className="quiet mb-6 max-w-read">{t("feedback.board.left", { left, budget })}</p>;
}
