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
};

/** One voice in a conversation. */
export function Entry({ id, leading, byline, menu, children, actions, answers }: EntryProps) {
  return (
    <li className="entry" id={id}>
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
