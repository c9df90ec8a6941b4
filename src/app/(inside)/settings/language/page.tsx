import { openPage } from "@/assembly/open-page";
import { PreferencesForm } from "@/members/ui/preferences-form";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { ThemeChoice } from "@/members/ui/theme-choice";
import { Section } from "@/ui/page-title";

export default async function LanguageSettingsPage() {
  return openPage(({ t, locale, timeZone, form, back, refused }) => ({
    title: t("members.settings.tabs.language"),
    body: (
      <>
        <SettingsHead t={t} current="language" />
        <Section title={t("members.settings.language")}>
          <p className="quiet mb-5">{t("members.settings.languageLead")}</p>
          <PreferencesForm locale={locale} timeZone={timeZone} back={back} t={t} words={form} refused={refused} />
        </Section>
        <Section title={t("members.settings.look")}>
          <p className="quiet mb-5">{t("members.settings.lookLead")}</p>
          <ThemeChoice
            legend={t("shell.theme.label")}
            labels={{
              system: t("shell.theme.system"),
              light: t("shell.theme.light"),
              dark: t("shell.theme.dark"),
            }}
          />
        </Section>
      </>
    ),
  }));
}
