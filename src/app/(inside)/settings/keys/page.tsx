import { openPage } from "@/assembly/open-page";
import { KeyForm } from "@/members/keys/ui/key-form";
import { KeyRows } from "@/members/keys/ui/key-rows";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";

/** The addresses that feed readers read, and the keys that programs have. */
export default async function KeysPage() {
  return openPage(async ({ api, viewer, t, format, form, refusedOf }) => {
    const keys = await api.keys.mine();
    const back = paths.settingsKeys();
    const feeds = keys.filter((key) => key.feed !== null);
    const programs = keys.filter((key) => key.feed === null);
    const common = { back, t, format, words: form, refusedOf };
    return {
      title: t("keys.title"),
      body: (
        <>
          <SettingsHead t={t} current="keys" />
          <Section title={t("keys.feeds.title")}>
            <p className="quiet mb-4">{t("keys.feeds.lead")}</p>
            {feeds.length === 0 ? (
              <>
                <p className="quiet mb-4">{t("keys.feeds.none")}</p>
                <LinkButton href={paths.boards()}>{t("keys.feeds.boards")}</LinkButton>
              </>
            ) : null}
            <KeyRows
              label={t("keys.feeds.title")}
              rows={feeds.map((key) => ({
                key,
                name: key.name || t("feedback.news.title"),
                secret: key.fresh,
              }))}
              {...common}
            />
          </Section>
          <Section title={t("keys.programs.title")}>
            <p className="quiet mb-4">
              {t.rich("keys.programs.lead", {
                link: (chunks) => (
                  <Link href={paths.apiDocument()} prefetch={false}>
                    {chunks}
                  </Link>
                ),
              })}
            </p>
            {programs.length === 0 ? <p className="quiet mb-4">{t("keys.programs.none")}</p> : null}
            <KeyRows
              label={t("keys.programs.title")}
              rows={programs.map((key) => ({ key, name: key.name, secret: key.fresh }))}
              {...common}
            />
            {viewer.standing.admitted ? (
              <div className="mt-6">
                <KeyForm back={back} t={t} words={form} refused={refusedOf("keys.make")} />
              </div>
            ) : null}
          </Section>
        </>
      ),
    };
  });
}
