import { desc, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader, Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { event } from "@/platform/events/schema";
import { audienceChanged } from "@/stages/events";
import { type Audience, audienceShape } from "@/stages/shape";
import { demandVersion } from "./demands";
import { flip } from "./schema";
import type { LaunchState } from "./state";

/** What was said of whom the pilot admits. */
const WORDS = sql`${event.subject} = 'launch:audience' and ${event.name} = ${audienceChanged.name}`;

/** The version that the last flip gave the launch; 0 before the first. Words about the audience make the launch's grow. */
export async function latestFlip(db: Reader): Promise<number> {
  const [last] = await db.select({ version: flip.version }).from(flip).orderBy(desc(flip.version)).limit(1);
  return last?.version ?? 0;
}

/**
 * Refuses what was decided on an older picture. Where nobody flipped meanwhile it is the audience that is another one,
 * and the last to flip has nothing to do with it.
 * @throws Refusal `conflict`
 */
export async function demandPresent(tx: Tx, state: LaunchState, version: number): Promise<void> {
  if (version < state.version && (await latestFlip(tx)) <= version) {
    const by = await whoChangedTheAudience(tx);
    if (by !== null) throw new Refusal("conflict", "audienceMovedBy", { name: by });
  }
  await demandVersion(tx, state, version);
}

async function whoChangedTheAudience(tx: Tx): Promise<string | null> {
  const [last] = await tx
    .select({ name: person.displayName })
    .from(event)
    .leftJoin(person, sql`${person.id} = ${event.actorId}`)
    .where(WORDS)
    .orderBy(desc(event.at), desc(event.id))
    .limit(1);
  return last === undefined ? null : (last.name ?? "Levain");
}

/** Whom the pilot admitted when a flip gave the launch its version, where that was changed since; null where not. */
export async function audienceBefore(tx: Tx, version: number): Promise<Audience | null> {
  const changed = sql`(${event.payload}->>'version')::int`;
  const [first] = await tx
    .select({ before: sql<unknown>`${event.payload}->'before'` })
    .from(event)
    .where(sql`${WORDS} and ${changed} > ${version}`)
    .orderBy(changed)
    .limit(1);
  return first === undefined ? null : audienceShape.parse(first.before);
}
