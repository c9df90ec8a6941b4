import { openPage } from "@/assembly/open-page";
import { GraphFigure, graphSummary } from "@/launch/ui/graph-figure";
import { GraphLegend, GraphTable } from "@/launch/ui/graph-words";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle, Section } from "@/ui/page-title";

/** Who answers whom: the fabric of the community, with those whom nobody has answered yet. */
export default function GraphPage() {
  return openPage(async ({ api, t, format }) => {
    const graph = await api.launch.graph();
    const lead = t("readiness.graph.lead", { date: format.date(graph.from) });
    return {
      title: t("readiness.graph.title"),
      wide: true,
      body: (
        <>
          <PageTitle lead={lead}>{t("readiness.graph.title")}</PageTitle>
          <LaunchTabs t={t} current="graph" />
          {graph.people.length === 0 ? (
            <EmptyState title={t("readiness.graph.empty")}>{t("readiness.graph.emptyText")}</EmptyState>
          ) : (
            <>
              <p className="mt-4 max-w-read font-serif text-read">
                {graphSummary(t, graph)}{" "}
                {graph.notDrawn > 0 ? t("readiness.graph.notDrawn", { count: graph.notDrawn }) : null}
              </p>
              <GraphLegend t={t} graph={graph} />
              <GraphFigure t={t} graph={graph} />
              <p className="fine quiet mt-2">{t("readiness.graph.scope")}</p>
              <Section title={t("readiness.graph.table")}>
                <GraphTable t={t} graph={graph} format={format} />
              </Section>
            </>
          )}
        </>
      ),
    };
  });
}
