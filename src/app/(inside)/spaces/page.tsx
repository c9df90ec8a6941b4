import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths, withQuery } from "@/paths";
import { SpaceGroup } from "@/spaces/ui/space-group";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

export default async function SpacesPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, format, form, back, refusedOf }) => {
    const { items, next } = await api.spaces.list({ of: "all", after, take: 50 });
    const opens = viewer.roles.size > 0;
    const archived = items.filter((space) => space.archivedAt !== null);
    const live = items.filter((space) => space.archivedAt === null);
    const mine = live.filter((space) => space.place !== null);
    const others = live.filter((space) => space.place === null);
    const newSpace = opens ? (
      <LinkButton icon="add" href={paths.newSpace()} data-key="compose">
        {t("spaces.list.new")}
      </LinkButton>
    ) : null;
    const group = { stage: viewer.stage, back, t, format, words: form, refusedOf };
    return {
      title: t("spaces.list.title"),
      body: (
        <>
          <PageTitle lead={t("spaces.list.lead")} actions={newSpace}>
            {t("spaces.list.title")}
          </PageTitle>
          {items.length === 0 ? (
            <EmptyState title={t("spaces.list.emptyTitle")} action={newSpace}>
              {opens ? t("spaces.list.emptyHost") : t("spaces.list.emptyText")}
            </EmptyState>
          ) : null}
          <SpaceGroup title={t("spaces.list.mine")} spaces={mine} {...group} />
          <SpaceGroup title={t("spaces.list.others")} spaces={others} {...group} />
          {mine.length > 0 && others.length === 0 && next === null && after === undefined ? (
            <p className="quiet mt-6">{t("spaces.list.noneLeft")}</p>
          ) : null}
          <SpaceGroup
            title={t("spaces.list.archived")}
            lead={t("spaces.list.archivedLead")}
            spaces={archived}
            {...group}
          />
          <Pager
            label={t("spaces.list.pages")}
            next={next === null ? null : { href: withQuery(paths.spaces(), { after: next }), label: t("common.more") }}
          />
        </>
      ),
    };
  });
}
