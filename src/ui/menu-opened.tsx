"use client";
import { DropdownMenu } from "radix-ui";
import { useRef, useState } from "react";
import { Icon } from "@/ui/icon";
import type { IconName } from "@/ui/icon-shapes";
import { Link } from "@/ui/link";
import { type MenuItem, MenuItemFace, MenuItemInputs } from "@/ui/menu-items";

/** The menu once somebody wants it. Not modal: the page behind may still be scrolled and read. */
export default function OpenedMenu({
  label,
  icon = "menu",
  items,
}: {
  label: string;
  icon?: IconName;
  items: readonly MenuItem[];
}) {
  const [copied, setCopied] = useState("");
  const forms = useRef(new Map<string, HTMLFormElement>());
  const keep = (name: string) => (form: HTMLFormElement | null) => {
    if (form) forms.current.set(name, form);
    else forms.current.delete(name);
  };
  const copy = (href: string) => async (event: Event) => {
    // The menu stays, so that the line can say that it was done.
    event.preventDefault();
    await navigator.clipboard.writeText(new URL(href, location.href).href).then(
      () => setCopied(href),
      () => setCopied(""),
    );
  };
  return (
    <>
      <DropdownMenu.Root defaultOpen modal={false}>
        <DropdownMenu.Trigger className="button" data-look="plain" data-size="small" aria-label={label}>
          <Icon name={icon} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu-list" align="end" sideOffset={4} collisionPadding={8} loop>
            {items.map((item) =>
              "href" in item && item.copied !== undefined ? (
                <DropdownMenu.Item key={item.label} className="menu-item" onSelect={copy(item.href)}>
                  <MenuItemFace item={copied === item.href ? { ...item, label: item.copied, icon: "check" } : item} />
                </DropdownMenu.Item>
              ) : "href" in item ? (
                <DropdownMenu.Item key={item.label} asChild>
                  <Link className="menu-item" data-tone={item.tone} href={item.href}>
                    <MenuItemFace item={item} />
                  </Link>
                </DropdownMenu.Item>
              ) : (
                <DropdownMenu.Item
                  key={item.label}
                  className="menu-item"
                  data-tone={item.tone}
                  onSelect={() => forms.current.get(item.label)?.requestSubmit()}
                >
                  <MenuItemFace item={item} />
                </DropdownMenu.Item>
              ),
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {items.map((item) =>
        "href" in item ? null : (
          <form key={item.label} ref={keep(item.label)} method="post" action={`/form/${item.procedure}`} hidden>
            <MenuItemInputs item={item} />
          </form>
        ),
      )}
    </>
  );
}
