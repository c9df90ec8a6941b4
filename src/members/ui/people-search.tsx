import type { Words } from "@/i18n/words";
import { Button } from "@/ui/button";

type PeopleSearchProps = { action: string; value: string; label: string; t: Words };

/** Looks for people. It is a form that asks for a page, so the answer has an address. */
export function PeopleSearch({ action, value, label, t }: PeopleSearchProps) {
  return (
    <search>
      <form action={action} method="get" className="mb-5 flex max-w-read gap-2">
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
