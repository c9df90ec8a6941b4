import { Link } from "@/ui/link";

export type Tab = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  readonly count?: number | string;
};

/** Several views of one thing, each with its own address. */
export function Tabs({ items, label }: { items: readonly Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(({ href, label: name, current, count }) => (
        <Link key={href} href={href} aria-current={current ? "page" : undefined}>
          {name}
          {count === undefined ? null : <span className="count">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
