import { Icon } from "@/ui/icon";
import type { IconName } from "@/ui/icon-shapes";

/**
 * One line of a menu: it leads somewhere (`href`), or calls a verb (`procedure`, with its `values`). With `copied` the
 * line copies its address and then says so; without JavaScript it leads there, where the browser shows the address.
 */
export type MenuItem = {
  readonly label: string;
  readonly icon?: IconName;
  readonly tone?: "plain" | "bad";
} & (
  | { readonly href: string; readonly copied?: string }
  | { readonly procedure: string; readonly back: string; readonly values?: Readonly<Record<string, string>> }
);

/** What a line shows: a drawing, if any, and its words. */
export function MenuItemFace({ item }: { item: MenuItem }) {
  return (
    <>
      {item.icon ? <Icon name={item.icon} /> : null}
      {item.label}
    </>
  );
}

/** The hidden inputs of a line that calls a verb. */
export function MenuItemInputs({ item }: { item: MenuItem }) {
  if ("href" in item) return null;
  return (
    <>
      <input type="hidden" name="_back" value={item.back} />
      {Object.entries(item.values ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
