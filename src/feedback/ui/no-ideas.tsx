import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import type { BoardView } from "../views";

/** A board, or a view of it, with nothing in it: what to do now. */
export function NoIdeas({ board, sorted, t }: { board: BoardView; sorted: boolean; t: Words }) {
  if (board.ideaCount > 0)
    return (
      <p className="quiet py-5">
        {sorted ? t("feedback.board.emptySorted") : t("feedback.board.emptyShown")}{" "}
        <Link href={withQuery(paths.board(board.slug), { show: "all" })}>{t("feedback.board.seeAll")}</Link>
      </p>
    );
  return (
    <EmptyState
      title={t("feedback.board.emptyTitle")}
      action={
        board.may.suggest ? (
          <LinkButton look="primary" href={paths.suggest(board.slug)}>
            {t("feedback.board.suggest")}
          </LinkButton>
        ) : null
      }
    >
      {t("feedback.board.emptyText")}
    </EmptyState>
  );
}
