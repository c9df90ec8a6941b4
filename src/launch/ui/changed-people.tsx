import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { paths, withQuery } from "@/paths";
import type { Stage } from "@/stages/shape";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import type { ChangedPersonView } from "../views";

type ChangedPeopleProps = {
  t: Words;
  to: Stage;
  change: "gained" | "lost";
  people: { items: readonly ChangedPersonView[]; next: string | null };
  /** True on every page of names but the first. */
  paged: boolean;
};

/** The people who would gain or lose entry, by name, for administrators. */
export function ChangedPeople({ t, to, change, people, paged }: ChangedPeopleProps) {
  if (people.items.length === 0) return null;
  const title = t(change === "gained" ? "launch.rehearsal.namesGained" : "launch.rehearsal.namesLost");
  const here = paths.launchRehearsal(to);
  return (
    <Section title={t("launch.rehearsal.names")}>
      <List tight label={title}>
        {people.items.map((one) => (
          <ListRow
            key={one.id}
            title={one.displayName}
            href={paths.person(one.id)}
            leading={<PersonAvatar person={one} size="small" />}
            meta={<PersonMeta t={t} one={one} />}
            trailing={
              change === "gained" ? (
                <span className="quiet fine">
                  {t(one.letter ? "launch.rehearsal.letter" : "launch.rehearsal.noLetter")}
                </span>
              ) : null
            }
          />
        ))}
      </List>
      <Pager
        label={t("launch.rehearsal.pages")}
        previous={paged ? { href: here, label: t("launch.rehearsal.firstNames") } : null}
        next={
          people.next === null
            ? null
            : { href: withQuery(here, { after: people.next }), label: t("launch.rehearsal.olderNames") }
        }
      />
    </Section>
  );
}

function PersonMeta({ t, one }: { t: Words; one: ChangedPersonView }) {
  const place = [one.department, one.site].filter((part) => part !== "").join(", ");
  return (
    <>
      {place === "" ? null : <span>{place}</span>}
      {one.claimed ? null : <span>{t("launch.rehearsal.seeded")}</span>}
    </>
  );
}
