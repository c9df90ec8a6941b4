import { openPage, type Visit } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { PeopleSearch } from "@/members/ui/people-search";
import { paths, withQuery } from "@/paths";
import { type Narrowed, PeopleFacets } from "@/search/ui/people-facets";
import { HowUnderstood, PeopleFound } from "@/search/ui/people-found";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** What stands in the place of people who are not there. */
function Nobody({ t, narrowed }: { t: Visit["t"]; narrowed: Narrowed }) {
  if (Object.keys(narrowed).length === 0)
    return <EmptyState title={t("members.list.emptyTitle")}>{t("members.list.emptyText")}</EmptyState>;
  return (
    <EmptyState
      title={t("members.list.nobodyTitle")}
      action={<LinkButton href={paths.people()}>{t("members.list.everybody")}</LinkButton>}
    >
      {narrowed.search === undefined
        ? t("search.directory.nobody")
        : t("members.list.nobodyText", { search: narrowed.search })}
    </EmptyState>
  );
}

export default async function PeoplePage({ searchParams }: { searchParams: Query }) {
  const { after, search, department, site, language, role, space } = await queryOf(searchParams);
  const asked = { search: search?.slice(0, 100), department, site, language, role: roleOf(role), space };
  const narrowed: Narrowed = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return openPage(async ({ api, t }) => {
    const found = await api.search.people({ ...asked, after, take: 30 });
    const onward = found.next === null ? null : withQuery(paths.people(), { ...narrowed, after: found.next });
    const title = t("members.list.title");
    return {
      title,
      body: (
        <>
          <PageTitle lead={t("search.directory.lead")}>{title}</PageTitle>
          <PeopleSearch
            action={paths.people()}
            value={search ?? ""}
            label={t("search.directory.label")}
            t={t}
            kept={{ department, site, language, role: asked.role, space }}
          />
          <PeopleFacets found={found} narrowed={narrowed} t={t} />
          <HowUnderstood found={found} narrowed={narrowed} t={t} />
          <p role="status" className="fine quiet mb-3">
            {found.count === null || found.count === 0 ? "" : t("search.members", { count: found.count })}
          </p>
          {found.items.length === 0 ? <Nobody t={t} narrowed={narrowed} /> : null}
          <PeopleFound found={found} label={search === undefined ? title : t("members.list.found", { search })} t={t} />
          <Pager
            label={t("members.list.pages")}
            next={onward === null ? null : { href: onward, label: t("common.more") }}
          />
        </>
      ),
    };
  });
}

function roleOf(role: string | undefined): "host" | "admin" | undefined {
  return role === "host" || role === "admin" ? role : undefined;
}
