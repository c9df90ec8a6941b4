import type { WordKey, Words } from "@/i18n/words";
import { PersonRow } from "@/members/ui/person-row";
import { paths, withQuery } from "@/paths";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { List } from "@/ui/list";
import type { FoundPerson, PeopleView } from "../views";
import { Marked } from "./marked";
import type { Narrowed } from "./people-facets";

const FIELDS: Readonly<Record<string, WordKey>> = {
  canHelpWith: "members.profile.canHelpWith",
  wantsToLearn: "members.profile.wantsToLearn",
  interests: "members.profile.interests",
  languages: "members.profile.languages",
  title: "members.profile.title",
  about: "members.edit.about",
};

/** Why somebody was found, where the name alone does not say it. */
function Why({ why, t }: { why: FoundPerson["why"]; t: Words }) {
  const told = why.flatMap(({ field, pieces }) => {
    const name = FIELDS[field];
    return name === undefined ? [] : [{ field, name, pieces }];
  });
  return told.map(({ field, name, pieces }) => (
    <span key={field}>
      {t(name)} <Marked pieces={pieces} />
    </span>
  ));
}

/** The people who were found, each with the words that say why. */
export function PeopleFound({ found, label, t }: { found: PeopleView; label: string; t: Words }) {
  return (
    <List tight label={label}>
      {found.items.map((person) => (
        <PersonRow key={person.id} person={person} t={t} badge={<Why why={person.why} t={t} />} />
      ))}
    </List>
  );
}

/** How a question was understood, so that it can be taken otherwise. */
export function HowUnderstood({ found, narrowed, t }: { found: PeopleView; narrowed: Narrowed; t: Words }) {
  const { site, department } = found.understood;
  const places = [site, department].filter((place) => place !== null);
  if (found.instead === null && places.length === 0) return null;
  return (
    <Callout>
      {found.instead === null ? null : (
        <p>{t("search.directory.meant", { search: narrowed.search ?? "", shown: found.instead })}</p>
      )}
      {places.length === 0 ? null : (
        <p>
          {t("search.directory.understood", { place: places.join(" · ") })}{" "}
          <Link
            href={withQuery(paths.people(), {
              ...narrowed,
              search: `"${(narrowed.search ?? "").replaceAll('"', "")}"`,
            })}
          >
            {t("search.directory.asWords")}
          </Link>
        </p>
      )}
    </Callout>
  );
}
