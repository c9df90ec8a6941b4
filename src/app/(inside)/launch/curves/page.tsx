import { openPage } from "@/assembly/open-page";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { YearCurves } from "@/launch/ui/year-curves";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";

/** The last year in three curves. */
export default function CurvesPage() {
  return openPage(async ({ api, t }) => {
    const curves = await api.readiness.curves();
    return {
      title: t("readiness.curves.title"),
      body: (
        <>
          <PageTitle lead={t("readiness.curves.lead")}>{t("readiness.curves.title")}</PageTitle>
          <LaunchTabs t={t} current="curves" />
          {curves.weeks.length === 0 ? (
            <EmptyState title={t("readiness.curves.empty")}>{t("readiness.curves.emptyText")}</EmptyState>
          ) : (
            <>
              <YearCurves t={t} curves={curves} />
              <p className="mt-8">
                <LinkButton href={paths.launchCurvesFile()} download>
                  {t("readiness.curves.file")}
                </LinkButton>
              </p>
            </>
          )}
        </>
      ),
    };
  });
}
