import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { AudienceForm } from "@/launch/entry/ui/audience-form";
import { EntrySheet } from "@/launch/entry/ui/entry-sheet";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { PageTitle } from "@/ui/page-title";

/** By which ways people come in at which stage, and whom the pilot admits. */
export default async function EntryPage({ searchParams }: { searchParams: Query }) {
  const { gained, lost } = await queryOf(searchParams);
  return openPage(async ({ api, t, form, refusedOf }) => {
    const entry = await api.entry.rules();
    const effect = { gained: Number(gained) || 0, lost: Number(lost) || 0 };
    return {
      title: t("entry.title"),
      flash: gained === undefined ? null : t("entry.done", effect),
      body: (
        <>
          <PageTitle lead={t("entry.lead")}>{t("entry.title")}</PageTitle>
          <LaunchTabs t={t} current="entry" />
          <EntrySheet t={t} entry={entry} />
          {entry.may.steer ? (
            <AudienceForm t={t} entry={entry} words={form} refused={refusedOf("entry.setAudience")} />
          ) : (
            <p className="quiet">{t("entry.adminsOnly")}</p>
          )}
        </>
      ),
    };
  });
}
