import { openPage, type Visit } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { PeopleSearch } from "@/members/ui/people-search";
import { PersonRow } from "@/members/ui/person-row";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { List } from "@/ui/list";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** What stands in the place of people who are not there. */
function Nobody({ t, search }: { t: Visit["t"]; search: string }) {
  if (search === "") return <EmptyState title={t("members.list.emptyTitle")}>{t("members.list.emptyText")}</EmptyState>;
  return (
    <EmptyState
      title={t("members.list.nobodyTitle")}
      action={<LinkButton href={paths.people()}>{t("members.list.everybody")}</LinkButton>}
    >
      {t("members.list.nobodyText", { search })}
    </EmptyState>
  );
}

export default async function PeoplePage({ searchParams }: { searchParams: Query }) {
  const { after, search = "" } = await queryOf(searchParams);
  return openPage(async ({ api, t }) => {
    const { items, next } = await api.members.directory({ search: search.slice(0, 100), after, take: 50 });
    const onward = next === null ? null : withQuery(paths.people(), { search, after: next });
    return {
      title: t("members.list.title"),
      body: (
        <>
          <PageTitle lead={t("members.list.lead")}>{t("members.list.title")}</PageTitle>
          <PeopleSearch action={paths.people()} value={search} label={t("members.list.search")} t={t} />
          {items.length === 0 ? <Nobody t={t} search={search} /> : null}
          <List tight label={search === "" ? t("members.list.title") : t("members.list.found", { search })}>
            {items.map((person) => (
              <PersonRow key={person.id} person={person} t={t} />
            ))}
          </List>
          <Pager
            label={t("members.list.pages")}
            next={onward === null ? null : { href: onward, label: t("common.more") }}
          />
        </>
      ),
    };
  });
}
