import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import type { FounderView, ShapedView } from "../views";

/** On a profile: what somebody shaped, as they let it be told. */
export function Shaped({ name, shaped, t }: { name: string; shaped: readonly ShapedView[]; t: Words }) {
  if (shaped.length === 0) return null;
  return (
    <Section title={t("credits.shaped", { name })}>
      <List tight>
        {shaped.map(({ idea, role, words }) => (
          <ListRow
            key={`${idea.id} ${role}`}
            title={idea.title}
            href={paths.idea(idea.id)}
            text={words === "" ? null : t("credits.sentence", { words })}
            meta={<span>{t(`credits.did.${role}`)}</span>}
          />
        ))}
      </List>
    </Section>
  );
}

/** Everybody who shaped the place and let their name be told, in the order of the alphabet. */
export function Founders({ founders, t }: { founders: readonly FounderView[]; t: Words }) {
  return (
    <List tight label={t("credits.founders.title")}>
      {founders.map(({ person, ideas }) => (
        <ListRow
          key={person.id}
          leading={<PersonAvatar person={person} size="small" />}
          title={person.displayName}
          href={paths.person(person.id)}
          meta={
            <>
              {person.department === "" ? null : <span>{person.department}</span>}
              {ideas.map((idea) => (
                <Link key={idea.id} href={paths.idea(idea.id)}>
                  {idea.title}
                </Link>
              ))}
            </>
          }
        />
      ))}
    </List>
  );
}
