import type { ReactNode } from "react";
import { Link } from "@/ui/link";

type ListProps = {
  children: ReactNode;
  /** For names and settings, which are looked up and not read. */
  tight?: boolean;
  /** Sets the first title larger, as a front page does. */
  lead?: boolean;
  label?: string;
};

/** Things under one another. */
export function List({ children, tight = false, lead = false, label }: ListProps) {
  return (
    <ul className="list" data-tight={tight ? "" : undefined} data-lead={lead ? "" : undefined} aria-label={label}>
      {children}
    </ul>
  );
}

type ListRowProps = {
  title: ReactNode;
  href?: string;
  /** Left of it: an avatar, a vote. */
  leading?: ReactNode;
  /** One or two lines of what it says. */
  text?: ReactNode;
  /** Who, where, when: each child is one part of the line. */
  meta?: ReactNode;
  /** Under it all: a form about this one thing. */
  below?: ReactNode;
  /** Right of it: a badge, a button. */
  trailing?: ReactNode;
  /** Makes the title a heading of this level, where a list is what the page is made of. */
  heading?: 2 | 3;
  /** True for something that its reader has not read. */
  fresh?: boolean;
};

/** One thing in a list. */
export function ListRow({ title, href, leading, text, meta, below, trailing, heading, fresh }: ListRowProps) {
  const Title = heading === 2 ? "h2" : heading === 3 ? "h3" : "div";
  return (
    <li className="list-row" data-leading={leading ? "" : undefined} data-fresh={fresh ? "" : undefined}>
      {leading ? <div>{leading}</div> : null}
      <div>
        <Title className="list-title">{href ? <Link href={href}>{title}</Link> : title}</Title>
        {text ? <p className="list-text">{text}</p> : null}
        {meta ? <div className="meta">{meta}</div> : null}
        {below}
      </div>
      {trailing ? <div>{trailing}</div> : null}
    </li>
  );
}

/** Who, where, when in one fine line; a dot stands between the children. */
export function Meta({ children }: { children: ReactNode }) {
  return <div className="meta">{children}</div>;
}
