import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths, withQuery } from "@/paths";
import { REACTION_WORDS } from "@/posts/marks/ui/words";
import { List, ListRow } from "@/ui/list";
import { Tabs } from "@/ui/tabs";
import { DEEDS, type Deeds } from "../shape";
import type { DeedView } from "../views";

const DEEDS_WORDS = {
  written: "care.mine.written",
  voted: "care.mine.voted",
  reacted: "care.mine.reacted",
  saved: "care.mine.saved",
  following: "care.mine.following",
  helping: "care.mine.helping",
} as const;
const KIND_WORDS = {
  post: "care.mine.kind.post",
  comment: "care.mine.kind.comment",
  idea: "care.mine.kind.idea",
  vote: "care.mine.kind.vote",
  reaction: "care.mine.kind.reaction",
  saved: "care.mine.kind.saved",
  following: "care.mine.kind.following",
  offer: "care.mine.kind.offer",
  ask: "care.mine.kind.ask",
  thanks: "care.mine.kind.thanks",
} as const;

/** Which of them an address asks for; what one wrote when it asks for none that there is. */
export function deedsAsked(wanted: string | undefined): Deeds {
  return DEEDS.find((one) => one === wanted) ?? "written";
}

/** The ways to look at what one did. */
export function DeedTabs({ current, t }: { current: Deeds; t: Words }) {
  return (
    <Tabs
      label={t("care.mine.tabs")}
      items={DEEDS.map((deeds) => ({
        href: withQuery(paths.settingsActivity(), { deeds: deeds === "written" ? null : deeds }),
        label: t(DEEDS_WORDS[deeds]),
        current: deeds === current,
      }))}
    />
  );
}

/** What one did, newest first. */
export function DeedList({
  deeds,
  me,
  t,
  format,
}: {
  deeds: readonly DeedView[];
  me: string;
  t: Words;
  format: Formats;
}) {
  return (
    <List tight>
      {deeds.map((deed) => (
        <ListRow
          key={`${deed.kind}-${deed.id}`}
          title={deed.text === "" ? t(KIND_WORDS[deed.kind]) : deed.text}
          href={placeOf(deed, me)}
          meta={
            <>
              <span>{t(KIND_WORDS[deed.kind])}</span>
              {deed.sign === null ? null : <span>{t(REACTION_WORDS[deed.sign])}</span>}
              {deed.person === null ? null : <PersonLink person={deed.person} />}
              <span>{format.shortDate(deed.at)}</span>
            </>
          }
        />
      ))}
    </List>
  );
}

function placeOf({ conversation, comment, person, onIdea }: DeedView, me: string): string {
  if (conversation === null) return paths.person(person?.id ?? me);
  if (comment === null) return onIdea ? paths.idea(conversation) : paths.post(conversation);
  return onIdea ? paths.ideaComment(conversation, comment) : paths.comment(conversation, comment);
}
