import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { STAGE_WORDS } from "@/spaces/ui/stage-words";
import { Badge } from "@/ui/badge";
import { ListRow } from "@/ui/list";
import type { BoardView } from "../views";

/** What keeps a board from being open to everybody, in a word or two. */
function BoardMarks({ board, t }: { board: BoardView; t: Words }) {
  const teamOnly = board.audience === "hosts";
  return (
    <>
      {board.open && !board.votesOpen ? (
        <span>{t("feedback.boards.votesLater", { stage: t(STAGE_WORDS[board.votesAt]) })}</span>
      ) : null}
      {teamOnly ? <Badge icon="lock">{t("feedback.boards.team")}</Badge> : null}
      {board.audience === "cohort" ? <Badge icon="people">{t("feedback.boards.cohort")}</Badge> : null}
      {!teamOnly && !board.open ? (
        <Badge icon="clock">{t("feedback.boards.opensLater", { stage: t(STAGE_WORDS[board.opensAt]) })}</Badge>
      ) : null}
      {board.archivedAt === null ? null : <Badge>{t("feedback.boards.archived")}</Badge>}
    </>
  );
}

/** A board as a line of the list of boards. */
export function BoardRow({ board, t }: { board: BoardView; t: Words }) {
  return (
    <ListRow
      heading={2}
      title={board.name}
      href={paths.board(board.slug)}
      text={board.purpose}
      meta={
        <>
          <span>{t("feedback.boards.ideas", { count: board.ideaCount })}</span>
          <BoardMarks board={board} t={t} />
        </>
      }
    />
  );
}
