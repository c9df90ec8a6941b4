import type { WordKey } from "@/i18n/words";
import { paths } from "@/paths";
import type { Why } from "./shape";
import type { NoticeView } from "./views";

/** What stands in no conversation and between no two people: what it is called, and where it stands. */
export const OWN_PLACES: Partial<Record<Why, { readonly title: WordKey; readonly path: () => string }>> = {
  hosts: { title: "notices.hostsTitle", path: paths.wordsOfHosts },
  "note-told": { title: "notices.noteToldTitle", path: paths.boardsNotes },
  "note-answered": { title: "notices.noteTitle", path: paths.tellUs },
  "plan-closed": { title: "notices.planTitle", path: paths.launch },
  "gates-fell": { title: "notices.fellTitle", path: paths.launch },
  "expect-asked": { title: "notices.expectTitle", path: paths.launchWaves },
  "looked-back": { title: "notices.lookedBackTitle", path: paths.launchHistory },
  "webhook-off": { title: "notices.webhookOffTitle", path: paths.adminWebhooks },
  "missed-asked": { title: "notices.missedTitle", path: paths.missed },
};

/** Where a notice leads: to the first new words, or to the profile where thanks and help stand. */
export function placeOf({
  conversation,
  commentId,
  profile,
  space,
  why,
}: Pick<NoticeView, "conversation" | "commentId" | "profile" | "space"> & { why?: Why }): string {
  const own = why === undefined ? undefined : OWN_PLACES[why];
  if (own !== undefined) return own.path();
  if (space !== null) return why === "asked-in" ? paths.spaceRequests(space.slug) : paths.space(space.slug);
  if (profile !== null) return paths.person(profile);
  if (conversation === null) return paths.notices();
  const { id, kind } = conversation;
  if (why === "entry-told") return paths.entriesOf(id);
  if (kind === "idea") return commentId === null ? paths.idea(id) : paths.ideaComment(id, commentId);
  return commentId === null ? paths.post(id) : paths.comment(id, commentId);
}
