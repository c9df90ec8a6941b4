import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { paths, withQuery } from "@/paths";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import type { IdeaView, VoterView } from "../views";
import { NEED_WORDS } from "./words";

type VotersProps = {
  idea: Pick<IdeaView, "id" | "voteCount" | "may">;
  voters: readonly VoterView[];
  next: string | null;
  /** True when those before are not shown. */
  later: boolean;
  t: Words;
};

/** Who wants it, by name and with their case: votes are open, so that they can be talked about. */
export function Voters({ idea, voters, next, later, t }: VotersProps) {
  if (idea.voteCount === 0 || !idea.may.seeVoters) return null;
  const self = paths.idea(idea.id);
  return (
    <div id="voters" className="scroll-mt-4">
      <Section title={t("feedback.votes.who")}>
        <List tight>
          {voters.map(({ person, need, reason }) => (
            <ListRow
              key={person.id}
              leading={<PersonAvatar person={person} size="small" />}
              title={person.displayName}
              href={paths.person(person.id)}
              meta={
                <>
                  <span>{t(NEED_WORDS[need].voter)}</span>
                  {person.department === "" ? null : <span>{person.department}</span>}
                </>
              }
              text={reason === "" ? null : reason}
            />
          ))}
        </List>
        <Pager
          label={t("feedback.votes.pages")}
          previous={later ? { href: `${self}#voters`, label: t("feedback.votes.first") } : null}
          next={
            next === null
              ? null
              : { href: `${withQuery(self, { voters: next })}#voters`, label: t("feedback.votes.more") }
          }
        />
      </Section>
    </div>
  );
}
