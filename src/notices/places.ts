import { paths } from "@/paths";
import type { Why } from "./shape";
import type { NoticeView } from "./views";

/** Where a notice leads: to the first new words, or to the profile where thanks and help stand. */
export function placeOf({
  conversation,
  commentId,
  profile,
  why,
}: Pick<NoticeView, "conversation" | "commentId" | "profile"> & { why?: Why }): string {
  if (why === "plan-closed") return paths.launch();
  if (why === "hosts") return paths.wordsOfHosts();
  if (why === "gates-fell") return paths.launch();
  if (why === "missed-asked") return paths.missed();
  if (profile !== null) return paths.person(profile);
  if (conversation === null) return paths.notices();
  const { id, kind } = conversation;
  if (kind === "idea") return commentId === null ? paths.idea(id) : paths.ideaComment(id, commentId);
  return commentId === null ? paths.post(id) : paths.comment(id, commentId);
}
