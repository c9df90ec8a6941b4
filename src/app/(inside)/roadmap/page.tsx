import { featureNote } from "@/assembly/feature-note";
import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { IdeasTabs } from "@/feedback/ui/ideas-tabs";
import { BoardFilter } from "@/feedback/ui/roadmap/board-filter";
import { Roadmap } from "@/feedback/ui/roadmap/roadmap";
import { dayOf } from "@/feedback/ui/words";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";

/** How many boards the roadmap can be narrowed to. */
const BOARDS_MAX = 50;

/** Where the ideas stand, from the first answer to what is there. */
export default async function RoadmapPage({ searchParams }: { searchParams: Query }) {
  const asked = await queryOf(searchParams);
  return openPage(async (visit) => {
    const { api, viewer, t, format, form, back, now, timeZone, refusedOf } = visit;
    const columns = await api.feedback.roadmap({ board: asked.board });
    const boards = await api.feedback.listBoards({ take: BOARDS_MAX });
    const note = await featureNote(visit, "roadmap");
    const title = t("feedback.roadmap.title");
    const runs = viewer.roles.size > 0;
    return {
      title,
      wide: true,
      body: (
        <>
          <PageTitle lead={t("feedback.roadmap.lead")}>{title}</PageTitle>
          <IdeasTabs t={t} current="roadmap" features={viewer.features} team={runs} />
          {note}
          <BoardFilter boards={boards.items} board={asked.board} t={t} />
          {columns.every(({ ideas }) => ideas.length === 0) ? (
            <EmptyState
              title={asked.board === undefined ? t("feedback.roadmap.emptyTitle") : t("ideas.roadmap.nowhere")}
              action={<LinkButton href={paths.boards()}>{t("feedback.roadmap.boards")}</LinkButton>}
            >
              {t("feedback.roadmap.emptyText")}
            </EmptyState>
          ) : (
            <Roadmap
              columns={columns}
              asked={asked}
              runs={runs}
              today={dayOf(now, timeZone)}
              back={back}
              t={t}
              format={format}
              words={form}
              refusedOf={refusedOf}
            />
          )}
        </>
      ),
    };
  });
}
