import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { DecisionList } from "@/notices/ui/decision-list";

export default async function MailLogPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, t, format }) => ({
    title: t("notices.decisions.title"),
    body: (
      <>
        <SettingsHead t={t} current="notices" />
        <h2>{t("notices.decisions.title")}</h2>
        <p className="quiet mb-5">{t("notices.decisions.lead")}</p>
        <DecisionList page={await api.notices.decisions({ after })} paged={after !== undefined} t={t} format={format} />
      </>
    ),
  }));
}
