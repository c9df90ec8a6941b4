import { featureNote } from "@/assembly/feature-note";
import { openPage } from "@/assembly/open-page";
import { IdeasTabs } from "@/feedback/ui/ideas-tabs";
import { Roadmap } from "@/feedback/ui/roadmap";
import { dayOf } from "@/feedback/ui/words";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";

/** Where the ideas stand, from the first answer to what is there. */
export default async function RoadmapPage() {
  return openPage(async (visit) => {
    const { api, viewer, t, format, now, timeZone } = visit;
    const columns = await api.feedback.roadmap();
    const note = await featureNote(visit, "roadmap");
    const title = t("feedback.roadmap.title");
    return {
      title,
      wide: true,
      body: (
        <>
          <PageTitle lead={t("feedback.roadmap.lead")}>{title}</PageTitle>
          <IdeasTabs t={t} current="roadmap" features={viewer.features} />
          {note}
          {columns.every(({ ideas }) => ideas.length === 0) ? (
            <EmptyState
              title={t("feedback.roadmap.emptyTitle")}
              action={<LinkButton href={paths.boards()}>{t("feedback.roadmap.boards")}</LinkButton>}
            >
              {t("feedback.roadmap.emptyText")}
            </EmptyState>
          ) : (
            <Roadmap
              columns={columns}
              runs={viewer.roles.size > 0}
              today={dayOf(now, timeZone)}
              t={t}
              format={format}
            />
          )}
        </>
      ),
    };
  });
}
