import type { ReactNode } from "react";
import { Flash } from "@/ui/flash";
import { Icon } from "@/ui/icon";
import type { IconName } from "@/ui/icon-shapes";
import { Link } from "@/ui/link";

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly current?: boolean;
  /** How many new things wait there, with the words that say so for those who listen. */
  readonly count?: { readonly number: number; readonly words: string } | null;
};

export type NavGroup = { readonly title?: string; readonly items: readonly NavItem[] };

type ShellProps = {
  brand: { name: string; href: string };
  /** Beside the name on a small screen, above the index on a wide one. */
  mast?: ReactNode;
  /** At the head of the index on a wide screen. */
  search?: ReactNode;
  nav: readonly NavGroup[];
  /** The four places that a thumb reaches; the index itself becomes the fifth. */
  bar: readonly NavItem[];
  /** Under the index: who is signed in, and the way out. */
  foot?: ReactNode;
  /** Context, right of the text on wide screens and under it on others. */
  aside?: ReactNode;
  /** What just happened. */
  flash?: ReactNode;
  /** For tables and desks, which need the room. */
  wide?: boolean;
  words: { skip: string; nav: string; bar: string; more: string; aside: string };
  children: ReactNode;
};

function Count({ count }: { count: NavItem["count"] }) {
  if (!count || count.number <= 0) return null;
  return (
    <>
      <span className="count" aria-hidden="true">
        {count.number > 99 ? "99+" : count.number}
      </span>
      <span className="hidden-words">{count.words}</span>
    </>
  );
}

function NavLink({ item, className }: { item: NavItem; className: string }) {
  return (
    <Link className={className} href={item.href} aria-current={item.current ? "page" : undefined}>
      {item.icon ? <Icon name={item.icon} /> : null}
      <span>{item.label}</span>
      <Count count={item.count} />
    </Link>
  );
}

/** The house: index, text, context. It knows no page; whoever composes one tells it everything. */
export function Shell({
  brand,
  mast,
  search,
  nav,
  bar,
  foot,
  aside,
  flash,
  wide = false,
  words,
  children,
}: ShellProps) {
  return (
    <div className="shell" data-width={wide ? "wide" : undefined} data-aside={aside ? "" : undefined}>
      <a className="skip-link" href="#text">
        {words.skip}
      </a>
      <header className="shell-mast">
        <Link className="wordmark" href={brand.href}>
          {brand.name}
        </Link>
        {mast ? <div className="mast-side">{mast}</div> : null}
      </header>
      <nav className="shell-nav" id="index" aria-label={words.nav}>
        {search ? <div className="nav-search">{search}</div> : null}
        {nav.map((group, index) => (
          <div key={group.title ?? index} className="nav-group">
            {group.title ? <h2 className="nav-title">{group.title}</h2> : null}
            {group.items.map((item) => (
              <NavLink key={item.href} item={item} className="nav-link" />
            ))}
          </div>
        ))}
        {foot ? <div className="shell-foot">{foot}</div> : null}
      </nav>
      <main className="shell-main" id="text" tabIndex={-1}>
        <Flash>{flash}</Flash>
        {children}
      </main>
      {aside ? (
        <aside className="shell-aside" aria-label={words.aside}>
          {aside}
        </aside>
      ) : null}
      <nav className="shell-bar" aria-label={words.bar}>
        {bar.map((item) => (
          <NavLink key={item.href} item={item} className="bar-link" />
        ))}
        <a className="bar-link" href="#index">
          <Icon name="list" />
          <span>{words.more}</span>
        </a>
      </nav>
    </div>
  );
}

/** A page before the house: sign-in, the waiting room, a page that is not there. */
export function PlainPage({ brand, children }: { brand: { name: string; href: string }; children: ReactNode }) {
  return (
    <div className="plain-page">
      <header>
        <Link className="wordmark" href={brand.href}>
          {brand.name}
        </Link>
      </header>
      <main id="text">{children}</main>
    </div>
  );
}
