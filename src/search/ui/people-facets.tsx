import type { WordKey, Words } from "@/i18n/words";
import { languageNames } from "@/members/ui/profile";
import { ROLE_WORDS } from "@/members/ui/role-words";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { Link } from "@/ui/link";
import { FACETS, type FacetName, type PeopleView } from "../views";

/** What the directory is narrowed down by, as its address says it. */
export type Narrowed = Readonly<Partial<Record<FacetName | "search", string>>>;

const NAMES: Readonly<Record<FacetName, WordKey>> = {
  department: "search.directory.department",
  site: "search.directory.site",
  language: "search.directory.language",
  role: "search.directory.role",
  space: "search.directory.space",
};

type FacetsProps = { found: PeopleView; narrowed: Narrowed; t: Words };
type Value = { value: string; label: string; count: number | null };

function wordsOf(facet: FacetName, { value, label }: Value, t: Words): string {
  if (facet === "role") return value === "host" || value === "admin" ? t(ROLE_WORDS[value]) : label;
  return facet === "language" ? (languageNames(t, [label])[0] ?? label) : label;
}

/** The values of a facet: those of the people found with their number, or all there are when the people are too many. */
function valuesOf(found: PeopleView, facet: FacetName): Value[] {
  if (found.facets !== null) return found.facets[facet];
  if (facet !== "site" && facet !== "department") return [];
  return found.values[facet].map((value) => ({ value, label: value, count: null }));
}

/** Ways to narrow the directory down, each a link; what was chosen can be taken away again. */
export function PeopleFacets({ found, narrowed, t }: FacetsProps) {
  const chosen = FACETS.filter((facet) => narrowed[facet] !== undefined);
  const open = FACETS.filter((facet) => narrowed[facet] === undefined);
  const groups = open
    .map((facet) => ({ facet, values: valuesOf(found, facet) }))
    .filter(({ values }) => values.length > 1 || (values.length === 1 && found.count === null));
  return (
    <div className="mb-5">
      <Chosen chosen={chosen} narrowed={narrowed} t={t} />
      {groups.length === 0 ? null : (
        <details>
          <summary className="fine cursor-pointer">{t("search.filters")}</summary>
          <div className="mt-3 grid gap-5 sm:grid-cols-2">
            {groups.map(({ facet, values }) => (
              <nav key={facet} aria-label={t(NAMES[facet])}>
                <h2 className="nav-title">{t(NAMES[facet])}</h2>
                <ul>
                  {values.map((one) => (
                    <li key={one.value}>
                      <Link href={withQuery(paths.people(), { ...narrowed, [facet]: one.value })}>
                        {wordsOf(facet, one, t)}
                      </Link>
                      {one.count === null ? null : <span className="quiet fine"> {one.count}</span>}
                    </li>
                  ))}
                </ul>
              </nav>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function Chosen({ chosen, narrowed, t }: Pick<FacetsProps, "narrowed" | "t"> & { chosen: readonly FacetName[] }) {
  if (chosen.length === 0) return null;
  return (
    <ul className="mb-3 flex flex-wrap gap-2" aria-label={t("search.directory.chosen")}>
      {chosen.map((facet) => {
        const value = narrowed[facet] ?? "";
        const words = wordsOf(facet, { value, label: value, count: null }, t);
        return (
          <li key={facet}>
            <LinkButton
              size="small"
              icon="close"
              href={withQuery(paths.people(), { ...narrowed, [facet]: null })}
              aria-label={t("search.directory.without", { value: words })}
            >
              {words}
            </LinkButton>
          </li>
        );
      })}
    </ul>
  );
}
