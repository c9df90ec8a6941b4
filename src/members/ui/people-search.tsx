import type { Words } from "@/i18n/words";
import { Button } from "@/ui/button";

type PeopleSearchProps = {
  action: string;
  value: string;
  label: string;
  t: Words;
  /** What the list is narrowed down by besides. */
  kept?: Readonly<Record<string, string | undefined>>;
};

/** Looks for people. It is a form that asks for a page, so the answer has an address. */
export function PeopleSearch({ action, value, label, t, kept = {} }: PeopleSearchProps) {
  return (
    <search>
      <form action={action} method="get" className="mb-5 flex max-w-read gap-2">
        {Object.entries(kept).map(([name, one]) =>
          one === undefined ? null : <input key={name} type="hidden" name={name} value={one} />,
        )}
        <input
          type="search"
          name="search"
          defaultValue={value}
          aria-label={label}
          placeholder={label}
          maxLength={100}
          className="input"
          data-key="search"
        />
        <Button type="submit" icon="search" aria-label={t("common.search")} />
      </form>
    </search>
  );
}
