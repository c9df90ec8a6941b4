import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { OwnCredits } from "@/feedback/credits/ui/own-credits";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { paths, withQuery } from "@/paths";
import { Pager } from "@/ui/pager";

/** How one wants to be told of, for each thing that one helped to shape. */
export default async function CreditsPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const { items, next } = await api.credits.mine({ after, take: 10 });
    return {
      title: t("credits.mine.title"),
      body: (
        <>
          <SettingsHead t={t} current="credits" />
          <p className="quiet mb-4">{t("credits.mine.lead")}</p>
          <OwnCredits credits={items} back={back} t={t} words={form} refusedOf={refusedOf} />
          <Pager
            label={t("credits.mine.pages")}
            next={
              next === null
                ? null
                : { href: withQuery(paths.settingsCredits(), { after: next }), label: t("common.older") }
            }
          />
        </>
      ),
    };
  });
}
