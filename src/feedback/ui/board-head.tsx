import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { STAGE_WORDS } from "@/spaces/ui/stage-words";
import { LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";
import type { BoardView } from "../views";

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

function noticeOf(board: BoardView, t: Words): string | null {
  if (board.archivedAt !== null) return t("feedback.board.isArchived");
  if (board.audience === "hosts") return t("feedback.board.teamOnly");
  if (!board.open) return t("feedback.board.onlyTeam", { stage: t(STAGE_WORDS[board.opensAt]) });
  if (!board.votesOpen) return t("feedback.board.votesNotYet", { stage: t(STAGE_WORDS[board.votesAt]) });
  return null;
}

/** Says what cannot be done on a board yet, or any more. */
export function BoardNotice({ board, t }: { board: BoardView; t: Words }) {
  const notice = noticeOf(board, t);
  return notice === null ? null : (
    <div className="mb-6 max-w-read">
      <Callout>{notice}</Callout>
    </div>
  );
}
