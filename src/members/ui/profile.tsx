import { Fragment, type ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Badge } from "@/ui/badge";
import { LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { DefinitionList } from "@/ui/definition-list";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";
import type { ProfileView } from "../views";
import { dayIn } from "./away-mark";
import { PersonAvatar } from "./person-avatar";
import { PersonLink } from "./person-link";
import { ROLE_WORDS } from "./role-words";

export type ProfileProps = { person: ProfileView; t: Words; format: Formats };

/** Who somebody is, and what they can be asked. */
export function Profile({ person, t, format }: ProfileProps) {
  const facts = [person.title, person.department, person.site].filter((fact) => fact !== "");
  return (
    <>
      <div className="mb-4">
        <PersonAvatar person={person} size="large" />
      </div>
      <PageTitle
        meta={
          <>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
            {person.pronouns === "" ? null : <span>{person.pronouns}</span>}
            {person.roles.map((role) => (
              <Badge key={role} tone="accent">
                {t(ROLE_WORDS[role])}
              </Badge>
            ))}
          </>
        }
        actions={
          person.may.edit ? (
            <LinkButton icon="edit" href={paths.settingsProfile()}>
              {t("members.profile.edit")}
            </LinkButton>
          ) : null
        }
      >
        {person.displayName}
      </PageTitle>
      {person.claimed ? null : (
        <Callout title={t("members.seeded.title", { name: person.displayName })}>
          {t("members.seeded.text", { name: person.displayName })}
        </Callout>
      )}
      <Absence person={person} t={t} />
      {person.about === "" ? null : <p className="prose mb-6 whitespace-pre-line">{person.about}</p>}
      <ProfileFacts person={person} t={t} format={format} />
    </>
  );
}

/** That somebody is out of office, what they say about it, and whom to ask; its owner also sees one to come. */
function Absence({ person: { absence, away }, t }: { person: ProfileView; t: Words }) {
  if (absence === null) return null;
  const days = { from: dayIn(t, absence.from), until: dayIn(t, absence.until) };
  return (
    <Callout title={t(away === null ? "members.away.planned" : "members.away.now", days)}>
      {absence.note === "" ? null : <p>{absence.note}</p>}
      {absence.ask === null ? null : (
        <p>
          {t("members.away.askInstead")} <PersonLink person={absence.ask} />
        </p>
      )}
    </Callout>
  );
}

function ProfileFacts({ person, t, format }: ProfileProps) {
  const isBare = person.about === "" && person.canHelpWith.length === 0 && person.wantsToLearn.length === 0;
  return (
    <>
      {isBare && person.may.edit ? <p className="quiet mb-4">{t("members.profile.emptyOwn")}</p> : null}
      <div className="mt-6">
        <DefinitionList
          items={[
            { term: t("members.profile.canHelpWith"), detail: skillsOf(person.canHelpWith) },
            { term: t("members.profile.wantsToLearn"), detail: skillsOf(person.wantsToLearn) },
            { term: t("members.profile.interests"), detail: skillsOf(person.interests) },
            { term: t("members.profile.languages"), detail: format.list(languageNames(t, person.languages)) },
            { term: t("members.profile.since"), detail: format.date(person.memberSince) },
          ]}
        />
      </div>
    </>
  );
}

/** What somebody said of themselves, each leading to everybody who said it. */
function skillsOf(words: readonly string[]): ReactNode {
  if (words.length === 0) return null;
  return words.map((word, n) => (
    <Fragment key={word}>
      {n === 0 ? null : ", "}
      <Link href={withQuery(paths.people(), { search: word })}>{word}</Link>
    </Fragment>
  ));
}

/** Languages by their names, where they were given as codes; what people typed otherwise stays. */
export function languageNames(t: Words, languages: readonly string[]): string[] {
  const names = new Intl.DisplayNames(t.locale, { type: "language", fallback: "code" });
  return languages.map((language) => (/^[a-z]{2,3}(-[a-z]{2})?$/i.test(language) ? nameIn(names, language) : language));
}

function nameIn(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
