import { and, eq, type SQL, sql } from "drizzle-orm";
import { person, personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import type { LoadedPost } from "@/posts/queries";
import { post } from "@/posts/schema";
import { readersOfSpace } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { admittedAt } from "@/stages/admitted";
import { currentStage } from "@/stages/queries";
import { inviteAddresses, invitePerson } from "../../actions/invite";
import { adviceAsked, adviceRequested } from "../events";
import { advice } from "../schema";
import type { AdviceState, AskAdviceInput } from "../shape";

type Somebody = { id: PersonId; inside: boolean; reads: boolean };

/**
 * Asks somebody for advice on a post. Who reads the post is told; whom a host asks in is invited; whom a member would
 * have inside is put before the hosts.
 * @throws Refusal `invalid` when nobody is named, `conflict` for oneself, for a second time, and for somebody who is
 *   inside and does not read the space; for an address that a member wrote nothing tells whether it is known
 */
export async function askAdvice(act: Act, viewer: Viewer, on: LoadedPost, input: AskAdviceInput): Promise<void> {
  const who = await somebody(act, on, input);
  refuse(act, viewer, who, input);
  const state = stateFor(viewer, who);
  const id = newId<"advice">();
  const named = who === null ? { address: input.address ?? null } : { personId: who.id };
  const [made] = await act.tx
    .insert(advice)
    .values({ id, conversationId: on.id, ...named, askedBy: act.actor, words: input.words, askedAt: now(), state })
    .onConflictDoNothing()
    .returning({ id: advice.id });
  if (made === undefined) throw new Refusal("conflict", "adviceTwice");
  if (state === "invited") await inviteTo(act, on, who, input);
  if (state === "told" && who !== null) await record(act, adviceAsked, id, { conversationId: on.id, personId: who.id });
  if (state === "requested") await record(act, adviceRequested, id, { conversationId: on.id });
}

function stateFor(viewer: Viewer, who: Somebody | null): AdviceState {
  if (who?.reads) return "told";
  return isTeam(viewer) ? "invited" : "requested";
}

function refuse(act: Act, viewer: Viewer, who: Somebody | null, input: AskAdviceInput): void {
  if (who === null && input.address === undefined) throw new Refusal("invalid", "adviceNobody");
  if (who?.id === act.actor) throw new Refusal("conflict", "adviceSelf");
  const isOutside = who?.inside === true && !who.reads;
  if (isOutside && (input.person !== undefined || isTeam(viewer))) throw new Refusal("conflict", "adviceNotInSpace");
}

/** Whether an invitation may name a post: never one of a space that is not there for others. */
export function mayNameTitle(on: Pick<LoadedPost, "facts">): boolean {
  return on.facts.space.visibility === "open";
}

/** Sends the invitation, with the asker's line in it, and the post's title when the host agrees. */
export async function inviteTo(
  act: Act,
  on: LoadedPost,
  who: Pick<Somebody, "id"> | null,
  asked: Pick<AskAdviceInput, "words" | "title" | "address"> & { wantedBy?: PersonId },
): Promise<void> {
  const { words, title, address, wantedBy } = asked;
  const note = title === "yes" && mayNameTitle(on) ? `${on.title}\n\n${words}` : words;
  if (who !== null) await invitePerson(act, who.id, note, wantedBy);
  else await inviteAddresses(act, { addresses: address ?? "", locale: "en", note }, wantedBy);
}

async function somebody(act: Act, on: LoadedPost, input: AskAdviceInput): Promise<Somebody | null> {
  if (input.person !== undefined) return known(act, on, eq(person.id, input.person));
  if (input.address === undefined) return null;
  const holder = sql`exists (select 1 from ${personAddress} where ${personAddress.personId} = ${person.id}
    and ${personAddress.address} = ${input.address})`;
  return known(act, on, holder);
}

async function known(act: Act, on: LoadedPost, which: SQL): Promise<Somebody | null> {
  const { stage, audience } = await currentStage(act.tx);
  const at = now();
  const launch = { stage, audience };
  const [row] = await act.tx
    .select({
      id: person.id,
      inside: sql<boolean>`${admittedAt(stage, audience, at)}`,
      reads: sql<boolean>`${readersOfSpace(launch, at)}`,
    })
    .from(person)
    .innerJoin(post, eq(post.id, on.id))
    .innerJoin(space, eq(space.id, post.spaceId))
    .where(and(which, eq(person.state, "active"), eq(person.kind, "human")));
  return row ?? null;
}
