import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Link } from "@/ui/link";
import { Tabs } from "@/ui/tabs";
import { IDEA_ORDERS, type IdeaList, labelId, SHOWN_NAMES } from "../shape";
import type { BoardView, LabelView } from "../views";
import { ORDER_WORDS, SHOWN_WORDS } from "./words";

/** What everybody gets who asks for nothing. */
export const PLAIN_LIST: IdeaList = { show: "current", order: "need" };

/** What an address asks for; a word that is none of ours asks for what everybody gets. */
export function listOf(query: Readonly<Record<string, string | undefined>>): IdeaList {
  const show = SHOWN_NAMES.find((name) => name === query.show);
  const order = IDEA_ORDERS.find((name) => name === query.order);
  const [category, tag] = [labelId.safeParse(query.category), labelId.safeParse(query.tag)];
  return {
    show: show ?? PLAIN_LIST.show,
    order: order ?? PLAIN_LIST.order,
    ...(category.success ? { category: category.data } : {}),
    ...(tag.success ? { tag: tag.data } : {}),
  };
}

/** The address of a board as it is looked at; what everybody gets anyway is left out. */
export function boardAddress(slug: string, list: IdeaList, after?: string): string {
  return withQuery(paths.board(slug), {
    show: list.show === PLAIN_LIST.show ? null : list.show,
    order: list.order === PLAIN_LIST.order ? null : list.order,
    category: list.category,
    tag: list.tag,
    after,
  });
}

/** What has ideas that wait among others. */
const HAS_WAITING: readonly IdeaList["show"][] = ["current", "waiting", "all"];

/** An order, with something that it can order: by the wait, only what waits. */
function ordered(list: IdeaList, order: IdeaList["order"]): IdeaList {
  const isInVain = order === "unanswered" && !HAS_WAITING.includes(list.show);
  return { ...list, order, show: isInVain ? "waiting" : list.show };
}

/** Which ideas, in an order that they can have. */
function shown(list: IdeaList, show: IdeaList["show"]): IdeaList {
  const isInVain = list.order === "unanswered" && !HAS_WAITING.includes(show);
  return { ...list, show, order: isInVain ? PLAIN_LIST.order : list.order };
}

type FiltersProps = { board: BoardView; list: IdeaList; t: Words };

/** Which ideas of a board, and in which order: links, so that each view has an address. */
export function IdeaFilters({ board, list, t }: FiltersProps) {
  const { slug } = board;
  return (
    <>
      <Tabs
        label={t("feedback.board.show")}
        items={SHOWN_NAMES.map((show) => ({
          href: boardAddress(slug, shown(list, show)),
          label: t(SHOWN_WORDS[show]),
          current: show === list.show,
        }))}
      />
      <nav className="meta -mt-3 mb-1" aria-label={t("feedback.board.order")}>
        {IDEA_ORDERS.map((order) => (
          <Chosen key={order} href={boardAddress(slug, ordered(list, order))} current={order === list.order}>
            {t(ORDER_WORDS[order])}
          </Chosen>
        ))}
      </nav>
      <ByLabel kind="category" labels={board.categories} slug={slug} list={list} t={t} />
      <ByLabel kind="tag" labels={board.tags} slug={slug} list={list} t={t} />
    </>
  );
}

type ByLabelProps = {
  kind: "category" | "tag";
  labels: readonly LabelView[];
  slug: string;
  list: IdeaList;
  t: Words;
};

function ByLabel({ kind, labels, slug, list, t }: ByLabelProps) {
  if (labels.length === 0) return null;
  const { [kind]: chosen, ...rest } = list;
  const name = t(`feedback.board.${kind}`);
  return (
    <nav className="meta mb-1" aria-label={name}>
      <span>{name}</span>
      <Chosen href={boardAddress(slug, rest)} current={chosen === undefined}>
        {t("feedback.board.every")}
      </Chosen>
      {labels.map((label) => (
        <Chosen key={label.id} href={boardAddress(slug, { ...rest, [kind]: label.id })} current={chosen === label.id}>
          {label.name}
        </Chosen>
      ))}
    </nav>
  );
}

function Chosen({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <Link
      href={href}
      aria-current={current ? "true" : undefined}
      className="aria-[current]:font-semibold aria-[current]:text-ink"
    >
      {children}
    </Link>
  );
}
