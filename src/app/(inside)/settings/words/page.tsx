import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { OwnWords } from "@/privacy/moderation/ui/own-words";

/** What hosts said about one's own words. */
export default async function WordsOfHostsPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, t, format }) => ({
    title: t("moderation.own.title"),
    body: (
      <>
        <SettingsHead t={t} current="words" />
        <h2>{t("moderation.own.title")}</h2>
        <p className="quiet mb-5">{t("moderation.own.lead")}</p>
        <OwnWords page={await api.moderation.ownWords({ after })} t={t} format={format} />
      </>
    ),
  }));
}
