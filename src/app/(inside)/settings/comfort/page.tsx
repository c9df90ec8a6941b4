import { openPage } from "@/assembly/open-page";
import { ComfortForm } from "@/members/ui/comfort-form";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";

export default async function ComfortSettingsPage() {
  return openPage(({ t, viewer, form, back, refused }) => ({
    title: t("members.settings.tabs.comfort"),
    body: (
      <>
        <SettingsHead t={t} current="comfort" />
        <Section title={t("members.settings.tabs.comfort")}>
          <p className="quiet mb-5">{t("members.settings.comfortLead")}</p>
          <ComfortForm comfort={viewer.comfort} back={back} t={t} words={form} refused={refused} />
        </Section>
        {viewer.standing.admitted ? (
          <Section title={t("launch.question.title")}>
            <p>
              <Link href={paths.missed()}>{t("launch.question.choose")}</Link>
            </p>
          </Section>
        ) : null}
      </>
    ),
  }));
}
