import type { Words } from "@/i18n/words";
import { Icon } from "@/ui/icon";
import { Link } from "@/ui/link";
import type { NavItem } from "@/ui/shell";
import { SignOutButton } from "./sign-out-button";

type AccountFootProps = { t: Words; id: string; name: string; items: readonly NavItem[] };

/** Who is signed in, their own pages, and the way out. */
export function AccountFoot({ t, name, items }: AccountFootProps) {
  return (
    <section aria-label={t("shell.account")}>
      <p className="nav-title">{name}</p>
      {items.map((item) => (
        <Link key={item.href} className="nav-link" href={item.href} aria-current={item.current ? "page" : undefined}>
          {item.icon ? <Icon name={item.icon} /> : null}
          <span>{item.label}</span>
        </Link>
      ))}
      <SignOutButton t={t} />
    </section>
  );
}
