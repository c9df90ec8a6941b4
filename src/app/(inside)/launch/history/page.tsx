import { openPage } from "@/assembly/open-page";
import { FlipEntry } from "@/launch/ui/flip-entry";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { paths, withQuery } from "@/paths";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** Every flip, with all that was known when it was taken. */
export default async function HistoryPage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await searchParams;
  return openPage(async ({ api, t, format }) => {
    const { items, next } = await api.launch.history({ after });
    const here = paths.launchHistory();
    return {
      title: t("launch.history.title"),
      body: (
        <>
          <PageTitle lead={t("launch.history.lead")}>{t("launch.history.title")}</PageTitle>
          <LaunchTabs t={t} current="history" />
          {items.length === 0 ? (
            <EmptyState title={t("launch.history.empty")}>{t("launch.history.emptyText")}</EmptyState>
          ) : (
            <ol className="list">
              {items.map((flip) => (
                <FlipEntry key={flip.id} t={t} format={format} flip={flip} />
              ))}
            </ol>
          )}
          <Pager
            label={t("launch.history.pages")}
            previous={after === undefined ? null : { href: here, label: t("launch.history.first") }}
            next={next === null ? null : { href: withQuery(here, { after: next }), label: t("launch.history.older") }}
          />
        </>
      ),
    };
  });
}
