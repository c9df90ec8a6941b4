/** Everybody who may look: what they are to the closed room, to the team and to the house. */
export const KINDS = [
  "nobody",
  "waiting",
  "suspended",
  "stranger",
  "former",
  "out of the group",
  "in the group",
  "member",
  "owner",
  "host",
  "admin",
  "former host",
] as const;
export type Kind = (typeof KINDS)[number];
export type Somebody = Exclude<Kind, "nobody">;

/** How a room is closed: to those without a place, until an owner lets one in, or until a stage that is to come. */
export const CLOSED = ["private", "request", "later"] as const;
export type Closed = (typeof CLOSED)[number];

/** Says of each kind of person whether they may be told something. */
export type MayKnow = (kind: Kind) => boolean;

const among =
  (...kinds: readonly Kind[]): MayKnow =>
  (kind) =>
    kinds.includes(kind);

const TEAM = among("host", "admin");
const HAS_A_PLACE = among("member", "owner", "in the group");
const INSIDE: MayKnow = (kind) => !among("nobody", "waiting", "suspended")(kind);

/**
 * The rule, said once more and in plain words, apart from every line of the product:
 *
 * - What is said in a private room is for those who have a place in it now. Hosts and admins are no exception.
 * - A room that asks to be asked is known to everybody inside, and read by its people and the team.
 * - A room that opens later is known to and read by its owners and the team.
 * - Whoever was suspended, waits at the door or has not signed in is told nothing of any of them.
 */
export const RULE: Readonly<Record<Closed, { readonly known: MayKnow; readonly read: MayKnow }>> = {
  private: { known: HAS_A_PLACE, read: HAS_A_PLACE },
  request: { known: INSIDE, read: either(HAS_A_PLACE, TEAM) },
  later: { known: among("owner", "host", "admin"), read: among("owner", "host", "admin") },
};

/** A board of the team is for the team, as one that opens later is. */
export const BOARD: MayKnow = TEAM;

/** A board of a cohort is for its people as well: here for those of the site that is the group's. */
export const OF_THE_SITE: MayKnow = among("in the group");

/** Those who were never in the private room, and were named in nothing that is theirs. */
export const SEES_NO_CHANGE: MayKnow = among("nobody", "waiting", "stranger", "host");

/** Words that a reader brought to the hosts: the team reads them, and the owners of the room. */
export const BROUGHT: MayKnow = among("host", "admin", "owner");

/** Whoever shares a room with its member: for what is shown to people of one's own rooms. */
export const SHARES_A_ROOM: MayKnow = HAS_A_PLACE;

/** What was taken away: for nobody, beside whoever wrote it. */
export const GONE: MayKnow = () => false;

/** What concerns these people and nobody else. */
export function only(...kinds: readonly Kind[]): MayKnow {
  return among(...kinds);
}

/** What any of these rules lets somebody know. */
export function either(...rules: readonly MayKnow[]): MayKnow {
  return (kind) => rules.some((rule) => rule(kind));
}
