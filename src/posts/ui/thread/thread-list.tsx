import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { Entries, EntriesLine, EntriesUnder } from "@/ui/entry";
import { Link } from "@/ui/link";
import type { ThreadComment, ThreadWindow } from "../../reading/views";
import { CommentItem, type CommentItemProps, type CommentLinks } from "../comment-item";
import type { ThreadPlace } from "./place";

type ThreadListProps = {
  place: ThreadPlace;
  window: ThreadWindow;
  /** The comment that the address names. */
  here: string | undefined;
  links: (comment: ThreadComment) => CommentLinks;
  t: Words;
  format: Formats;
  /** What stands in the place of one comment's words. */
  instead: (comment: ThreadComment) => ReactNode;
  /** What stands around it. */
  around: (comment: ThreadComment) => Partial<CommentItemProps>;
};

type Branch = { readonly root: ThreadComment | null; readonly answers: readonly ThreadComment[] };

/** Comments by branch, in their order. The first may be without what began it: that stands on an earlier page. */
function branchesOf(items: readonly ThreadComment[]): Branch[] {
  const branches: { root: ThreadComment | null; answers: ThreadComment[]; id: string }[] = [];
  for (const item of items) {
    const last = branches.at(-1);
    if (item.id === item.threadId) branches.push({ root: item, answers: [], id: item.id });
    else if (last?.id === item.threadId) last.answers.push(item);
    else branches.push({ root: null, answers: [item], id: item.threadId });
  }
  return branches;
}

/** A part of a conversation: what answers the opening, oldest first, and under each what answers that. */
export function ThreadList(props: ThreadListProps) {
  const { place, window, t } = props;
  const { items, unread, under } = window;
  if (items.length === 0) return <p className="quiet py-4">{t("posts.thread.none")}</p>;
  // Where everything is new a line would say nothing.
  const isAllNew = !window.earlier && items.every((item) => item.unread);
  const line = isAllNew ? null : unread.first;
  const branches = branchesOf(items);
  return (
    <Entries label={t("posts.thread.comments")}>
      {branches.map(({ root, answers }) => {
        const inside =
          answers.length === 0 ? null : (
            <Entries
              label={root === null ? undefined : t("reading.thread.answersTo", { name: root.author.displayName })}
            >
              <Items {...props} items={answers} line={line} />
            </Entries>
          );
        if (root !== null) return <Items key={root.id} {...props} items={[root]} line={line} answers={inside} />;
        return (
          <EntriesUnder key={answers[0]?.id} answers={inside}>
            {under === null ? null : (
              <Link href={place.link(under.id)}>{t("reading.thread.goesOn", { name: under.author.displayName })}</Link>
            )}
          </EntriesUnder>
        );
      })}
    </Entries>
  );
}

type ItemsProps = ThreadListProps & { items: readonly ThreadComment[]; line: string | null; answers?: ReactNode };

function Items({ items, line, answers, here, links, place, t, format, instead, around }: ItemsProps) {
  return items.flatMap((comment) => [
    comment.id === line ? (
      <EntriesLine key="unread" id="unread">
        {t("reading.thread.newLine")}
      </EntriesLine>
    ) : null,
    <CommentItem
      key={comment.id}
      comment={comment}
      links={links(comment)}
      answered={comment.answers === null ? null : place.link(comment.answers.id)}
      here={comment.id === here}
      answers={answers}
      t={t}
      format={format}
      instead={instead(comment)}
      {...around(comment)}
    />,
  ]);
}
