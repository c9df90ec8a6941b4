import type { ReactNode } from "react";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Badge } from "@/ui/badge";
import { ListRow } from "@/ui/list";
import type { PersonCard } from "../views";
import { AwayMark } from "./away-mark";
import { PersonAvatar } from "./person-avatar";

type PersonRowProps = { person: PersonCard; t: Words; badge?: ReactNode; trailing?: ReactNode; heading?: 2 | 3 };

/** A person as a line of a list: name, and where in the company they are. */
export function PersonRow({ person, t, badge, trailing, heading }: PersonRowProps) {
  const facts = [person.title, person.department, person.site].filter((fact) => fact !== "");
  return (
    <ListRow
      {...(heading === undefined ? {} : { heading })}
      leading={<PersonAvatar person={person} />}
      title={person.displayName}
      href={paths.person(person.id)}
      meta={
        <>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          <AwayMark person={person} t={t} />
          {badge}
          {person.claimed ? null : <Badge>{t("members.seeded.badge")}</Badge>}
        </>
      }
      trailing={trailing}
    />
  );
}
