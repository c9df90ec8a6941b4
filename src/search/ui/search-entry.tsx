import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Icon } from "@/ui/icon";
import { Link } from "@/ui/link";

type SearchEntryProps = { t: Words; place?: { slug: string; name: string } };

/** A box that leads to the search: over everything, or in one space. */
export function SearchEntry({ t, place }: SearchEntryProps) {
  const label = place === undefined ? t("search.entry") : t("search.inSpace", { space: place.name });
  return (
    <search>
      <form action={paths.search()} method="get" className={place === undefined ? undefined : "mb-5 max-w-read"}>
        {place === undefined ? null : (
          <>
            <input type="hidden" name="form" value="1" />
            <input type="hidden" name="in" value={place.slug} />
          </>
        )}
        <input
          type="search"
          name="q"
          aria-label={label}
          placeholder={label}
          maxLength={200}
          autoComplete="off"
          className="input"
          data-key={place === undefined ? "search-all" : undefined}
        />
      </form>
    </search>
  );
}

/** The way to the search where there is no room for a box. */
export function SearchLink({ t }: { t: Words }) {
  return (
    <Link href={paths.search()} aria-label={t("search.entry")} className="bell">
      <Icon name="search" />
    </Link>
  );
}
