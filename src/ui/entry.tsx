import type { ReactNode } from "react";

type EntryProps = {
  /** The fragment by which it is linked, such as `c-018f…`. */
  id: string;
  /** A face. */
  leading: ReactNode;
  /** Who and when: each child is one part of the line. */
  byline: ReactNode;
  /** The lesser verbs, at the end of the byline. */
  menu?: ReactNode;
  /** What it says, usually `Prose`. */
  children: ReactNode;
  /** What may be done with it: small plain buttons and links. */
  actions?: ReactNode;
  /** `Entries` that answer it. */
  answers?: ReactNode;
  /** True for the one that the address names; a script may put the focus there. */
  here?: boolean;
  /** True for one that its reader has not read. */
  fresh?: boolean;
};

/** One voice in a conversation. */
export function Entry({ id, leading, byline, menu, children, actions, answers, here, fresh }: EntryProps) {
  return (
    <li
      className="entry"
      id={id}
      data-here={here ? "" : undefined}
      data-fresh={fresh ? "" : undefined}
      tabIndex={here ? -1 : undefined}
    >
      <article>
        <div className="entry-face">{leading}</div>
        <div className="entry-line">
          <div className="meta">{byline}</div>
          {menu}
        </div>
        <div className="entry-text">
          {children}
          {actions ? <div className="button-row">{actions}</div> : null}
        </div>
      </article>
      {answers}
    </li>
  );
}

/** A conversation, oldest first; inside an entry, the answers to it. */
export function Entries({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol className="entries" aria-label={label}>
      {children}
    </ol>
  );
}

/** A line across a conversation: what stands under it is new. */
export function EntriesLine({ id, children }: { id: string; children: ReactNode }) {
  return (
    <li className="entries-line" id={id}>
      <span>{children}</span>
    </li>
  );
}

/** What a part of a conversation begins under, where that itself stands on another page. */
export function EntriesUnder({ children, answers }: { children: ReactNode; answers: ReactNode }) {
  return (
    <li className="entry entries-under">
      <p className="quiet fine">{children}</p>
      {answers}
    </li>
  );
}
