import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { FollowFeed } from "@/feedback/feeds/ui/follow-feed";
import { IdeasTabs } from "@/feedback/ui/ideas-tabs";
import { News } from "@/feedback/ui/news";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** What was asked for and is there now. */
export default async function ChangelogPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, format, form, back, refusedOf }) => {
    const { items, next } = await api.feedback.news({ after });
    const title = t("feedback.news.title");
    return {
      title,
      body: (
        <>
          <PageTitle lead={t("feedback.news.lead")}>{title}</PageTitle>
          <IdeasTabs t={t} current="changelog" features={viewer.features} team={viewer.roles.size > 0} />
          {items.length === 0 ? (
            <EmptyState
              title={t("feedback.news.emptyTitle")}
              action={<LinkButton href={paths.roadmap()}>{t("feedback.news.seeRoadmap")}</LinkButton>}
            >
              {t("feedback.news.emptyText")}
            </EmptyState>
          ) : (
            <News news={items} t={t} format={format} />
          )}
          <Pager
            label={t("feedback.news.pages")}
            next={
              next === null ? null : { href: withQuery(paths.changelog(), { after: next }), label: t("common.more") }
            }
          />
          <FollowFeed board={null} back={back} t={t} words={form} refusedOf={refusedOf} />
        </>
      ),
    };
  });
}
