import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonRow } from "@/members/ui/person-row";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import { FILTERS, type Filter, parse, withFilter, format as write } from "../grammar";
import type { SearchView } from "../views";
import { HitRow } from "./hit-row";

type ResultsProps = { q: string; found: SearchView; t: Words; format: Formats };

function toSearch(q: string): string {
  return withQuery(paths.search(), { q });
}

/** What was found, or what to do now that nothing was. */
export function Results({ q, found, t, format }: ResultsProps) {
  const { conversations, people, spaces, next, instead } = found;
  const isNothing = conversations.length + people.length + spaces.length === 0;
  return (
    <>
      <p role="status" className="fine quiet mb-3">
        {isNothing ? t("search.nothing.title") : countWords(found, t)}
      </p>
      {instead === null ? null : <Instead q={q} instead={instead} t={t} />}
      {isNothing ? <Nothing q={q} found={found} t={t} /> : null}
      <Beside q={q} found={found} t={t} />
      {conversations.length === 0 ? null : (
        <Section title={t("search.conversations")}>
          <List>
            {conversations.map((hit) => (
              <HitRow key={hit.id} hit={hit} t={t} format={format} />
            ))}
          </List>
        </Section>
      )}
      <Pager
        label={t("search.pages")}
        next={next === null ? null : { href: withQuery(paths.search(), { q, after: next }), label: t("search.older") }}
      />
    </>
  );
}

function countWords({ count, more, people, spaces }: SearchView, t: Words): string {
  const parts = [
    people.length === 0 ? null : t("search.members", { count: people.length }),
    spaces.length === 0 ? null : `${t("search.spaces")} (${spaces.length})`,
    count === 0 ? null : t(more ? "search.countOver" : "search.count", { count }),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

function Instead({ q, instead, t }: { q: string; instead: NonNullable<SearchView["instead"]>; t: Words }) {
  if (instead.why === "any") return <Callout>{t("search.anyOfWords")}</Callout>;
  const shown = () => (
    <strong key="shown">
      <Link href={toSearch(instead.shown)}>{instead.shown}</Link>
    </strong>
  );
  return (
    <Callout>
      <p>{t.rich("search.meant", { q, shown })}</p>
    </Callout>
  );
}

/** The people and the spaces that fit, before the conversations. */
function Beside({ q, found: { people, spaces }, t }: Omit<ResultsProps, "format">) {
  const words = write({ ...parse(q), kind: null });
  return (
    <>
      {people.length === 0 ? null : (
        <Section title={t("search.people")}>
          <List tight>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} t={t} heading={3} />
            ))}
          </List>
          <p className="fine mt-2">
            <Link href={withQuery(paths.people(), { search: words })}>{t("search.allPeople")}</Link>
          </p>
        </Section>
      )}
      {spaces.length === 0 ? null : (
        <Section title={t("search.spaces")}>
          <List tight>
            {spaces.map((space) => (
              <ListRow
                key={space.slug}
                heading={3}
                title={space.name}
                href={paths.space(space.slug)}
                text={space.purpose}
                meta={<span>{t("search.members", { count: space.memberCount })}</span>}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}

/** Nothing was found: which filter stands in the way, and what else may help. */
function Nothing({ q, found, t }: Omit<ResultsProps, "format">) {
  const asked = parse(q);
  const set = FILTERS.filter((name) => asked[name] !== null);
  return (
    <EmptyState
      title={t("search.nothing.title")}
      action={set.map((name) => (
        <LinkButton key={name} icon="close" href={toSearch(write(withFilter(asked, name, "")))}>
          {t("search.nothing.without", { filter: `${name}:${asked[name]}` })}
        </LinkButton>
      ))}
    >
      {found.missing.length > 0
        ? found.missing.map((name) => missingWords(name, asked[name] ?? "", t)).join(" ")
        : `${t("search.nothing.text", { q })} ${t("search.nothing.shorter")} ${t("search.nothing.ask")}`}
    </EmptyState>
  );
}

function missingWords(filter: Extract<Filter, "in" | "from">, name: string, t: Words): string {
  return t(filter === "in" ? "search.missing.in" : "search.missing.from", { name });
}

/** Before anything is asked: what can be, with examples that are tried by a click. */
export function HowTo({ t }: { t: Words }) {
  const lines = [
    [t("search.howTo.exPhrase"), t("search.howTo.phrase")],
    [t("search.howTo.exNot"), t("search.howTo.not")],
    [t("search.howTo.exIn"), t("search.howTo.in")],
    [t("search.howTo.exFrom"), t("search.howTo.from")],
    [t("search.howTo.exKind"), t("search.howTo.kind")],
    [t("search.howTo.exDate"), t("search.howTo.date")],
    [t("search.howTo.exHas"), t("search.howTo.has")],
  ] as const;
  return (
    <section aria-label={t("search.howTo.title")}>
      <h2 className="font-semibold">{t("search.howTo.title")}</h2>
      <p className="quiet my-2 max-w-read">{t("search.howTo.lead")}</p>
      <ul className="grid gap-2">
        {lines.map(([example, means]) => (
          <li key={example} className="flex flex-wrap gap-x-3">
            <Link href={toSearch(example)}>
              <code>{example}</code>
            </Link>
            <span className="quiet">{means}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
