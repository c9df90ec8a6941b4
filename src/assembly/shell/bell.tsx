import { Icon } from "@/ui/icon";
import { Link } from "@/ui/link";
import type { NavItem } from "@/ui/shell";

/** What waits, at the top of a small screen; on a wide one the index says it. */
export function Bell({ item }: { item: NavItem }) {
  return (
    <Link className="bell" href={item.href} aria-current={item.current ? "page" : undefined}>
      <Icon name="bell" />
      <span className="hidden-words">{item.label}</span>
      {item.count ? (
        <>
          <span className="bell-count" aria-hidden="true">
            {item.count.number > 99 ? "99+" : item.count.number}
          </span>
          <span className="hidden-words">{item.count.words}</span>
        </>
      ) : null}
    </Link>
  );
}
