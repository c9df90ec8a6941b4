import type { Words } from "@/i18n/words";
import { PeopleSearch } from "@/members/ui/people-search";
import { PersonAvatar } from "@/members/ui/person-avatar";
import type { PersonCard } from "@/members/views";
import { paths, withQuery } from "@/paths";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";

type ForWhomProps = {
  slug: string;
  /** Whose idea is written down; null for one's own. */
  author: Pick<PersonCard, "id" | "displayName"> | null;
  search: string;
  found: readonly PersonCard[];
  t: Words;
};

/** Lets a host write down what somebody said in a meeting. Searching is an address, so it works everywhere. */
export function ForWhom({ slug, author, search, found, t }: ForWhomProps) {
  const here = paths.suggest(slug);
  if (author !== null)
    return (
      <div className="mb-6 max-w-read">
        <Callout title={t("feedback.suggest.forTitle", { name: author.displayName })}>
          <p>{t("feedback.suggest.forText")}</p>
          <p>
            <Link href={here}>{t("feedback.suggest.mine")}</Link>
          </p>
        </Callout>
      </div>
    );
  return (
    <details className="mb-6 max-w-read" open={search !== ""}>
      <summary className="text-crust">{t("feedback.suggest.forOther")}</summary>
      <p className="quiet mt-1.5 mb-3">{t("feedback.suggest.forOtherHint")}</p>
      <PeopleSearch action={here} value={search} label={t("feedback.suggest.findPerson")} t={t} />
      {search !== "" && found.length === 0 ? <p className="quiet">{t("feedback.suggest.nobodyFound")}</p> : null}
      <List tight>
        {found.map((person) => (
          <ListRow
            key={person.id}
            leading={<PersonAvatar person={person} size="small" />}
            title={person.displayName}
            href={withQuery(here, { for: person.id })}
            meta={[person.department, person.site]
              .filter((fact) => fact !== "")
              .map((fact) => <span key={fact}>{fact}</span>)}
          />
        ))}
      </List>
    </details>
  );
}
