import type { RefusalCode } from "@/platform/errors";

/** The kinds of people for whom access is promised. Space member and owner: of the space that the thing stands in. */
export const WHO = ["nobody", "waiting", "member", "space member", "space owner", "host", "admin"] as const;
export type Who = (typeof WHO)[number];

/** What happens: it is done, or the refusal that is met. `sign-in` is *not allowed* for want of a session. */
export type Outcome = "yes" | "sign-in" | RefusalCode;
export type Row = Readonly<Record<Who, Outcome>>;

/** The same for everybody who signed in. */
export const signedIn = row("yes", "yes", "yes", "yes", "yes", "yes");
/** Everybody who is inside. */
export const inside = row("not-yet", "yes", "yes", "yes", "yes", "yes");
export const hosts = row("not-yet", "not-allowed", "not-allowed", "not-allowed", "yes", "yes");
/** Things of the hosts, named by their id: for members they do not exist. */
export const hostsOn = row("not-yet", "not-found", "not-found", "not-found", "yes", "yes");
export const admins = row("not-yet", "not-allowed", "not-allowed", "not-allowed", "not-allowed", "yes");
export const ownersAndTeam = row("not-yet", "not-allowed", "not-allowed", "yes", "yes", "yes");
/** What belongs to one person; the tried thing belongs to the space member. */
export const authorOnly = row("not-yet", "not-allowed", "yes", "not-allowed", "not-allowed", "not-allowed");
/** What was told to the space member alone. */
export const ownNotice = row("not-yet", "not-found", "yes", "not-found", "not-found", "not-found");
/** Words of the space member, for those who look after them; for all others there is no such desk. */
export const looksAfter = row("not-yet", "not-found", "not-found", "yes", "yes", "yes");
/** What the space member has just removed, and nobody else finds any more. */
export const removerOnly = row("not-yet", "not-found", "yes", "not-found", "not-found", "not-found");
export const authorOwnersTeam = row("not-yet", "not-allowed", "yes", "yes", "yes", "yes");

/** What each kind of somebody meets; whoever is nobody is asked to sign in. */
export function row(
  waiting: Outcome,
  member: Outcome,
  spaceMember: Outcome,
  spaceOwner: Outcome,
  host: Outcome,
  admin: Outcome,
): Row {
  return { nobody: "sign-in", waiting, member, "space member": spaceMember, "space owner": spaceOwner, host, admin };
}
