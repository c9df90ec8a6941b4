import { and, eq, inArray, isNull } from "drizzle-orm";
import { seedPerson } from "@/members/actions/seed-person";
import { person, personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { type FieldProblems, Refusal } from "@/platform/errors";
import { type Pasted, readAddresses } from "../addresses";
import { known, type Obstacle, obstacle } from "../invitable";
import { INVITED_MAX, type InvitationInput } from "../shape";
import { oneInviterAtATime, sendInvitation } from "./send-invitation";

/**
 * Invites everybody whose address was pasted, or nobody: what cannot be done is told line by line first.
 * @param wantedBy the member who wished for them
 * @returns how many were invited
 * @throws Refusal `invalid` naming the lines that are no address, or whose people are inside, invited, suspended, or
 *   the host in person
 */
export async function inviteAddresses(act: Act, input: InvitationInput, wantedBy?: PersonId): Promise<number> {
  const { found, bad } = readAddresses(input.addresses);
  if (found.length + bad.length > INVITED_MAX) throw wrongLines("inviteTooMany", []);
  await oneInviterAtATime(act.tx);
  const lines = await obstacles(act, found);
  if (bad.length > 0) lines.unshift({ key: "inviteBad", lines: bad });
  if (lines.length > 0) throw wrongLines("inviteLines", lines);
  for (const { address, name } of found) {
    const { id } = await seedPerson(act, { address, displayName: name, locale: input.locale, via: "invitation" });
    await act.tx
      .update(person)
      .set({ locale: input.locale })
      .where(and(eq(person.id, id), isNull(person.locale)));
    await sendInvitation(act, { id, address }, letterOf(act, input.note, wantedBy));
  }
  return found.length;
}

/**
 * Invites somebody who is known: who waits at the door, or wrote in an archive.
 * @throws Refusal `conflict` or `not-allowed` when they cannot be invited, `not-found` when nobody is there
 */
export async function invitePerson(act: Act, id: PersonId, note: string, wantedBy?: PersonId): Promise<void> {
  await oneInviterAtATime(act.tx);
  const [one] = await known(act.tx, eq(person.id, id));
  if (one === undefined) throw new Refusal("not-found");
  const why = obstacle(one, act.actor);
  if (why !== null) throw new Refusal(why === "suspended" ? "not-allowed" : "conflict", REASONS[why]);
  await sendInvitation(act, one, letterOf(act, note, wantedBy));
}

function letterOf(act: Act, note: string, wantedBy: PersonId | undefined) {
  return { note, by: act.actor, kind: "host-invitation", wantedBy } as const;
}

const REASONS = {
  own: "inviteSelf",
  suspended: "inviteSuspendedOne",
  inside: "inviteInsideOne",
  invited: "inviteInvitedOne",
} as const satisfies Record<Obstacle, string>;

const LINE_KEYS = {
  own: "inviteOwn",
  suspended: "inviteSuspended",
  inside: "inviteInside",
  invited: "inviteInvited",
} as const satisfies Record<Obstacle, string>;
type LineKey = (typeof LINE_KEYS)[Obstacle] | "inviteBad";
type WrongLines = { key: LineKey; lines: readonly number[] };

async function obstacles(act: Act, found: readonly Pasted[]): Promise<WrongLines[]> {
  if (found.length === 0) return [];
  const addresses = found.map((one) => one.address);
  const rows = new Map(
    (await known(act.tx, inArray(personAddress.address, addresses))).map((row) => [row.address, row]),
  );
  const wrong = new Map<Obstacle, number[]>();
  for (const { address, line } of found) {
    const row = rows.get(address);
    const why = row === undefined ? null : obstacle(row, act.actor);
    if (why !== null) wrong.set(why, [...(wrong.get(why) ?? []), line]);
  }
  return [...wrong].map(([why, lines]) => ({ key: LINE_KEYS[why], lines }));
}

function wrongLines(message: string, wrong: readonly WrongLines[]): Refusal {
  const values: Record<string, string | number> = { max: INVITED_MAX };
  for (const { key, lines } of wrong) values[key] = lines.join(", ");
  const fields: FieldProblems = wrong.length === 0 ? {} : { addresses: wrong.map(({ key }) => key) };
  return new Refusal("invalid", message, values, fields);
}
