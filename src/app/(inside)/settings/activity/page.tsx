import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { DeedList, DeedTabs, deedsAsked } from "@/care/ui/deeds";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { paths, withQuery } from "@/paths";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

export default async function ActivityPage({ searchParams }: { searchParams: Query }) {
  const { after, deeds: wanted } = await queryOf(searchParams);
  const deeds = deedsAsked(wanted);
  return openPage(async ({ api, viewer, t, format }) => {
    const found = await api.care.mine({ deeds, after, take: 30 });
    return {
      title: t("care.mine.title"),
      body: (
        <>
          <SettingsHead t={t} current="activity" />
          <p className="quiet mb-6">{t("care.mine.lead")}</p>
          <DeedTabs current={deeds} t={t} />
          {found.items.length === 0 ? <p className="quiet">{t("care.mine.empty")}</p> : null}
          <DeedList deeds={found.items} me={viewer.id} t={t} format={format} />
          <Pager
            label={t("care.mine.pages")}
            next={
              found.next === null
                ? null
                : {
                    href: withQuery(paths.settingsActivity(), { deeds, after: found.next }),
                    label: t("common.older"),
                  }
            }
          />
          <Section title={t("care.mine.known.title")}>
            <div className="prose">
              <p>{t("care.mine.known.directory")}</p>
              <p>{t("care.mine.known.words")}</p>
              <p>{t("care.mine.known.alone")}</p>
              <p>
                {t("care.mine.known.choose")} <Link href={paths.settingsProfile()}>{t("members.shown.title")}</Link>
              </p>
            </div>
          </Section>
        </>
      ),
    };
  });
}
