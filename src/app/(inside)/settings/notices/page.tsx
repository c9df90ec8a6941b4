import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { PushSwitch } from "@/notices/ui/push-switch";
import { RulesForm } from "@/notices/ui/rules-form";
import { WishForm } from "@/notices/ui/wish-form";
import { pushWords } from "@/notices/ui/words";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";

export default async function NoticeSettingsPage({ searchParams }: { searchParams: Query }) {
  const { saved } = await queryOf(searchParams);
  return openPage(async ({ api, t, format, form, back, refusedOf }) => {
    const wishes = await api.wishes.mine();
    const common = { wishes, t, form, back };
    return {
      title: t("notices.wishes.title"),
      flash: saved === undefined ? null : t("common.saved"),
      body: (
        <>
          <SettingsHead t={t} current="notices" />
          <p className="quiet mb-5">
            {t.rich("notices.wishes.lead", { link: (words) => <Link href={paths.settingsMail()}>{words}</Link> })}
          </p>
          <WishForm format={format} refused={refusedOf("wishes.set")} {...common} />
          {wishes.push.key === null ? null : (
            <Section title={t("notices.push.title")}>
              <PushSwitch publicKey={wishes.push.key} on={wishes.push.on} words={pushWords(t)} />
              <noscript>
                <p className="quiet">{t("notices.push.noScript")}</p>
              </noscript>
            </Section>
          )}
          <Section title={t("notices.wishes.more")}>
            <details className="fold" open={saved === "rules" || refusedOf("wishes.setRules") !== null}>
              <summary>{t("notices.wishes.moreLead")}</summary>
              <RulesForm refused={refusedOf("wishes.setRules")} {...common} />
            </details>
          </Section>
        </>
      ),
    };
  });
}
