import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Link } from "@/ui/link";
import { Tabs } from "@/ui/tabs";
import { IDEA_ORDERS, type IdeaList, SHOWN_NAMES } from "../shape";
import { ORDER_WORDS, SHOWN_WORDS } from "./words";

/** What an address asks for; a word that is none of ours asks for what everybody gets. */
export function listOf(query: Readonly<Record<string, string | undefined>>): IdeaList {
  const show = SHOWN_NAMES.find((name) => name === query.show);
  const order = IDEA_ORDERS.find((name) => name === query.order);
  return { show: show ?? "current", order: order ?? "votes" };
}

/** The address of a board as it is looked at; what everybody gets anyway is left out. */
export function boardAddress(slug: string, list: IdeaList, after?: string): string {
  return withQuery(paths.board(slug), {
    show: list.show === "current" ? null : list.show,
    order: list.order === "votes" ? null : list.order,
    after,
  });
}

/** Which ideas of a board, and in which order: links, so that each view has an address. */
export function IdeaFilters({ slug, list, t }: { slug: string; list: IdeaList; t: Words }) {
  return (
    <>
      <Tabs
        label={t("feedback.board.show")}
        items={SHOWN_NAMES.map((show) => ({
          href: boardAddress(slug, { ...list, show }),
          label: t(SHOWN_WORDS[show]),
          current: show === list.show,
        }))}
      />
      <nav className="meta -mt-3 mb-1" aria-label={t("feedback.board.order")}>
        {IDEA_ORDERS.map((order) => (
          <Link
            key={order}
            href={boardAddress(slug, { ...list, order })}
            aria-current={order === list.order ? "true" : undefined}
            className="aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {t(ORDER_WORDS[order])}
          </Link>
        ))}
      </nav>
    </>
  );
}
