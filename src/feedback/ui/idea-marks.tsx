import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { Badge } from "@/ui/badge";
import { Link } from "@/ui/link";
import type { IdeaStatus } from "../shape";
import type { IdeaCard } from "../views";
import { boardAddress, PLAIN_LIST } from "./idea-filters";
import { promiseOf, STATUS_WORDS } from "./words";

/** Where an idea stands, as a word. */
export function StatusBadge({ status, t }: { status: IdeaStatus; t: Words }) {
  const { name, tone } = STATUS_WORDS[status];
  return <Badge tone={tone}>{t(name)}</Badge>;
}

type PromiseProps = {
  idea: { status: IdeaStatus; promisedFor: string | null };
  /** The reader's day, `2026-11-23`. */
  today: string;
  t: Words;
  format: Formats;
};

/** The promised day; one that went by is not hidden. */
export function PromisedDay({ idea, today, t, format }: PromiseProps) {
  const promise = promiseOf(t, format, today, idea);
  if (promise === null) return null;
  return promise.late ? <Badge tone="bad">{promise.words}</Badge> : <span>{promise.words}</span>;
}

/** Says that an idea waits for longer than its board promises. */
export function LateBadge({ idea, t }: { idea: Pick<IdeaCard, "lateDays">; t: Words }) {
  return idea.lateDays === null ? null : <Badge tone="bad">{t("feedback.board.waits", { days: idea.lateDays })}</Badge>;
}

/** What an idea is about, each word leading to the others of its kind. */
export function LabelMarks({ idea, t }: { idea: Pick<IdeaCard, "board" | "category" | "tags">; t: Words }) {
  const { category, tags, board } = idea;
  const to = (wish: object) => boardAddress(board.slug, { ...PLAIN_LIST, show: "all", ...wish });
  return (
    <>
      {category === null ? null : (
        <span>
          <span className="hidden-words">{t("feedback.board.category")} </span>
          <Link href={to({ category: category.id })}>{category.name}</Link>
        </span>
      )}
      {tags.map((tag) => (
        <span key={tag.id}>
          <span className="hidden-words">{t("feedback.board.tag")} </span>
          <Link href={to({ tag: tag.id })}>#{tag.name}</Link>
        </span>
      ))}
    </>
  );
}
