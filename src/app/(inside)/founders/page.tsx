import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { Founders } from "@/feedback/credits/ui/shaped";
import { IdeasTabs } from "@/feedback/ui/ideas-tabs";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** With whom the place was made, at its general launch. */
export default async function FoundersPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t }) => {
    const { items, next } = await api.credits.founders({ after, take: 50 });
    const title = t("credits.founders.title");
    return {
      title,
      body: (
        <>
          <PageTitle lead={t("credits.founders.lead")}>{title}</PageTitle>
          <IdeasTabs t={t} current="founders" features={viewer.features} team={viewer.roles.size > 0} />
          {items.length === 0 ? (
            <EmptyState
              title={t("credits.founders.empty")}
              action={<LinkButton href={paths.settingsCredits()}>{t("credits.founders.toMine")}</LinkButton>}
            >
              {t("credits.founders.emptyText")}
            </EmptyState>
          ) : (
            <Founders founders={items} t={t} />
          )}
          <Pager
            label={t("credits.founders.pages")}
            next={
              next === null ? null : { href: withQuery(paths.founders(), { after: next }), label: t("common.more") }
            }
          />
        </>
      ),
    };
  });
}
