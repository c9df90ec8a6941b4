import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { EmptyState } from "@/ui/empty-state";
import { List } from "@/ui/list";
import { Pager } from "@/ui/pager";
import type { PostCard } from "../views";
import { PostRow } from "./post-row";

type PostListProps = {
  page: {
    readonly items: readonly PostCard[];
    readonly next: string | null;
    /** What stands before all others, whenever it was last spoken of. */
    readonly pinned?: readonly PostCard[];
  };
  t: Words;
  format: Formats;
  label: string;
  /** The address of what is older. */
  more: (next: string) => string;
  /** What stands here when there is nothing; a list that may not be empty has none. */
  empty?: { title: string; text: string; action?: ReactNode };
  /** What stands under the last line: a list here ends. */
  end: ReactNode;
  showSpace?: boolean;
  /** Sets the first title larger. */
  lead?: boolean;
};

/** Posts under one another, by last activity, down to a real end. */
export function PostList({ page, t, format, label, more, empty, end, showSpace = false, lead = false }: PostListProps) {
  const { next } = page;
  const items = [...(page.pinned ?? []), ...page.items];
  if (items.length === 0 && empty !== undefined)
    return (
      <EmptyState title={empty.title} action={empty.action}>
        {empty.text}
      </EmptyState>
    );
  return (
    <>
      <List label={label} lead={lead}>
        {items.map((post) => (
          <PostRow key={post.id} post={post} t={t} format={format} showSpace={showSpace} />
        ))}
      </List>
      {next === null ? (
        end && <div className="border-rye border-t pt-5">{end}</div>
      ) : (
        <Pager label={label} next={{ href: more(next), label: t("common.older") }} />
      )}
    </>
  );
}
