import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { AdminHead } from "@/assembly/shell/admin-head";
import { AdminPersonRow } from "@/members/ui/admin-person-row";
import { PeopleSearch } from "@/members/ui/people-search";
import { paths, withQuery } from "@/paths";
import { EmptyState } from "@/ui/empty-state";
import { List } from "@/ui/list";
import { Pager } from "@/ui/pager";

export default async function AdminPeoplePage({ searchParams }: { searchParams: Query }) {
  const { after, search = "" } = await queryOf(searchParams);
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const { items, next } = await api.members.forAdmins({ search: search.slice(0, 100), after, take: 25 });
    const onward = next === null ? null : withQuery(paths.adminPeople(), { search, after: next });
    return {
      title: t("admin.people.title"),
      wide: true,
      body: (
        <>
          <AdminHead t={t} current="people" title={t("admin.people.title")} lead={t("admin.people.lead")} />
          <PeopleSearch action={paths.adminPeople()} value={search} label={t("admin.people.search")} t={t} />
          {items.length === 0 ? (
            <EmptyState title={t("admin.people.none")}>{t("admin.people.noneText")}</EmptyState>
          ) : null}
          <List tight label={t("admin.people.list")}>
            {items.map((person) => (
              <AdminPersonRow key={person.id} person={person} back={back} t={t} words={form} refusedOf={refusedOf} />
            ))}
          </List>
          <Pager
            label={t("admin.people.pages")}
            next={onward === null ? null : { href: onward, label: t("common.more") }}
          />
        </>
      ),
    };
  });
}
