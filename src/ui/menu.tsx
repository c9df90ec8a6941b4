"use client";
import { lazy, type MouseEvent, Suspense, useState } from "react";
import { Icon } from "@/ui/icon";
import type { IconName } from "@/ui/icon-shapes";
import { Link } from "@/ui/link";
import { type MenuItem, MenuItemFace, MenuItemInputs } from "@/ui/menu-items";

// The library comes when a menu is first opened, so that no reading page carries it.
const OpenedMenu = lazy(() => import("@/ui/menu-opened"));

type MenuProps = { label: string; icon?: IconName; items: readonly MenuItem[] };

function PlainMenu({ label, icon = "menu", items, onOpen }: MenuProps & { onOpen?: (event: MouseEvent) => void }) {
  return (
    <details className="menu">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button, and is pressed by keys as one */}
      <summary
        className="button"
        data-look="plain"
        data-size="small"
        data-key="menu"
        aria-label={label}
        onClick={onOpen}
      >
        <Icon name={icon} />
      </summary>
      <div className="menu-list">
        {items.map((item) =>
          "href" in item ? (
            <Link key={item.label} className="menu-item" data-tone={item.tone} href={item.href}>
              <MenuItemFace item={item} />
            </Link>
          ) : (
            <form key={item.label} method="post" action={`/form/${item.procedure}`}>
              <MenuItemInputs item={item} />
              <button type="submit" className="menu-item" data-tone={item.tone}>
                <MenuItemFace item={item} />
              </button>
            </form>
          ),
        )}
      </div>
    </details>
  );
}

/** The lesser verbs of a thing, behind three dots. Without JavaScript it unfolds; with it, it is a menu with its keys. */
export function Menu(props: MenuProps) {
  const [opened, setOpened] = useState(false);
  const open = (event: MouseEvent) => {
    event.preventDefault();
    setOpened(true);
  };
  if (!opened) return <PlainMenu {...props} onOpen={open} />;
  return (
    <Suspense fallback={<PlainMenu {...props} />}>
      <OpenedMenu {...props} />
    </Suspense>
  );
}
