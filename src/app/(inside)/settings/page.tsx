import { openPage } from "@/assembly/open-page";
import { KeyList } from "@/assembly/shell/key-list";
import { languageNames } from "@/members/ui/profile";
import { ROLE_WORDS } from "@/members/ui/role-words";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { StandingSentence } from "@/stages/ui/standing-sentence";
import { DefinitionList } from "@/ui/definition-list";
import { Section } from "@/ui/page-title";

export default async function SettingsPage() {
  return openPage(async ({ api, viewer, t, format }) => {
    const person = await api.members.profile({ person: viewer.id });
    return {
      title: t("members.settings.title"),
      body: (
        <>
          <SettingsHead t={t} current="overview" />
          {viewer.standing.admitted ? (
            <Section title={t("members.settings.here")}>
              <StandingSentence t={t} standing={viewer.standing} />
            </Section>
          ) : null}
          <Section title={t("members.settings.known")}>
            <p className="quiet mb-4">{t("members.settings.knownText")}</p>
            <DefinitionList
              items={[
                { term: t("members.edit.displayName"), detail: person.displayName },
                { term: t("members.profile.title"), detail: person.title },
                { term: t("members.profile.department"), detail: person.department },
                { term: t("members.profile.site"), detail: person.site },
                {
                  term: t("members.settings.role"),
                  detail: format.list(person.roles.map((one) => t(ROLE_WORDS[one]))),
                },
                { term: t("members.profile.languages"), detail: format.list(languageNames(t, person.languages)) },
                { term: t("members.profile.since"), detail: format.date(person.memberSince) },
              ]}
            />
          </Section>
          {viewer.standing.admitted ? (
            <Section title={t("members.settings.keys")}>
              <KeyList t={t} viewer={viewer} />
            </Section>
          ) : null}
        </>
      ),
    };
  });
}
