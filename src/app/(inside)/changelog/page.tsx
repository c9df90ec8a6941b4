import { featureNote } from "@/assembly/feature-note";
import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { EntryDesk } from "@/feedback/changelog/ui/desk";
import { Entries } from "@/feedback/changelog/ui/entries";
import { FollowFeed } from "@/feedback/feeds/ui/follow-feed";
import { IdeasTabs } from "@/feedback/ui/ideas-tabs";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** What was asked for and is there now. Whoever looks at it has seen what is new. */
export default async function ChangelogPage({ searchParams }: { searchParams: Query }) {
  const { after, idea, drafts: draftsAfter } = await queryOf(searchParams);
  return openPage(async (visit) => {
    const { api, viewer, t, format, form, back, refusedOf } = visit;
    const [{ items, next }, drafts] = await Promise.all([
      api.changelog.entries({ after, idea }),
      viewer.roles.size > 0 ? api.changelog.drafts({ after: draftsAfter, take: 10 }) : null,
    ]);
    const note = await featureNote(visit, "changelog");
    if (after === undefined && idea === undefined && items.some((one) => one.fresh)) await api.changelog.saw();
    const title = t("feedback.news.title");
    return {
      title,
      body: (
        <>
          <PageTitle lead={t("feedback.news.lead")}>{title}</PageTitle>
          <IdeasTabs t={t} current="changelog" features={viewer.features} team={viewer.roles.size > 0} />
          {note}
          {idea === undefined ? null : (
            <p className="mb-6">
              <Link href={paths.changelog()}>{t("changelog.all")}</Link>
            </p>
          )}
          {items.length === 0 ? (
            <EmptyState
              title={t("feedback.news.emptyTitle")}
              action={<LinkButton href={paths.roadmap()}>{t("feedback.news.seeRoadmap")}</LinkButton>}
            >
              {t("feedback.news.emptyText")}
            </EmptyState>
          ) : (
            <Entries entries={items} t={t} format={format} />
          )}
          <Pager
            label={t("feedback.news.pages")}
            next={
              next === null
                ? null
                : { href: withQuery(paths.changelog(), { after: next, idea }), label: t("common.more") }
            }
          />
          {drafts === null ? null : <EntryDesk drafts={drafts.items} next={drafts.next} t={t} format={format} />}
          <FollowFeed board={null} back={back} t={t} words={form} refusedOf={refusedOf} />
        </>
      ),
    };
  });
}
