import { and, eq, sql } from "drizzle-orm";
import { words } from "@/i18n/words";
import { heldUntil } from "@/launch/hold";
import { type Change, flip, flipChange } from "@/launch/schema";
import { stepKind } from "@/launch/step";
import { person } from "@/members/schema";
import { paths } from "@/paths";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { env } from "@/platform/env";
import type { Told } from "@/platform/events/reaction";
import type { Id } from "@/platform/ids";
import { admittedAt } from "@/stages/admitted";
import { announcementOf } from "@/stages/announced/queries";
import type { flipUndone, stageFlipped } from "@/stages/events";
import { currentStage } from "@/stages/queries";
import { addressees, type NamedAddressee } from "./addressees";
import { followerHeaders } from "./followers";
import { stageClosedLetter } from "./letters/stage-closed";
import { stageMovedLetter } from "./letters/stage-moved";
import { stageOpenedLetter } from "./letters/stage-opened";
import { letter } from "./schema";
import type { Dropped } from "./shape";
import { writeLetter } from "./write-letter";

type Flipped = Told<typeof stageFlipped.shape>;

/** One letter to everybody who gained entry by the flip, is to hear of it, and is still inside when it is written. */
export async function tellOpened(tx: Tx, event: Flipped): Promise<void> {
  const flipId = event.subjectId as Id<"flip">;
  const until = await heldUntil(tx, flipId);
  if (until === null) return;
  const facts = { stage: event.payload.to, url: `${env().APP_URL}${paths.home()}` };
  const said = await announcementOf(tx, event.payload.to);
  for (const to of await touchedBy(tx, flipId, ["gained"], true)) {
    const draft = stageOpenedLetter(words(to.locale), { name: to.name, prose: said?.[to.locale], ...facts });
    await writeLetter(tx, { event: event.id, kind: "stage-opened" }, to, draft, { held: { flipId, until } });
  }
}

/** One letter to everybody who goes on waiting and follows how things go on. Of a step back they hear the reason instead. */
export async function tellMoved(tx: Tx, event: Flipped): Promise<void> {
  const { from, to: stage } = event.payload;
  const flipId = event.subjectId as Id<"flip">;
  const until = await heldUntil(tx, flipId);
  if (until === null || stepKind(from, stage) === "back") return;
  const said = await announcementOf(tx, stage);
  for (const to of await touchedBy(tx, flipId, ["waits"], false)) {
    const draft = stageMovedLetter(words(to.locale), { ...to, stage, prose: said?.[to.locale] });
    const more = { held: { flipId, until }, headers: followerHeaders(to.personId) };
    await writeLetter(tx, { event: event.id, kind: "stage-moved" }, to, draft, more);
  }
}

/** One letter, with the reason, to everybody who stands outside since the launch went back, or goes on waiting. */
export async function tellClosed(tx: Tx, event: Flipped): Promise<void> {
  const flipId = event.subjectId as Id<"flip">;
  const until = await heldUntil(tx, flipId);
  const [row] = await tx
    .select({ reason: flip.reason, by: person.displayName })
    .from(flip)
    .leftJoin(person, eq(person.id, flip.flippedBy))
    .where(eq(flip.id, flipId));
  if (until === null || row === undefined) return;
  const facts = { reason: row.reason, by: row.by, stage: event.payload.to, url: `${env().APP_URL}${paths.waiting()}` };
  for (const to of await touchedBy(
    tx,
    flipId,
    stepKind(event.payload.from, event.payload.to) === "back" ? ["lost", "waits"] : ["lost"],
    false,
  )) {
    const draft = stageClosedLetter(words(to.locale), { name: to.name, ...facts });
    await writeLetter(tx, { event: event.id, kind: "stage-closed" }, to, draft, { held: { flipId, until } });
  }
}

/** The held letters of a flip that was taken back never leave, and say why. */
export async function dropLetters(tx: Tx, event: Told<typeof flipUndone.shape>): Promise<void> {
  const undone: Dropped = "undone";
  await tx
    .update(letter)
    .set({ state: "dropped", problem: undone })
    .where(and(sql`${letter.flipId} = ${event.subjectId}::uuid`, eq(letter.state, "waiting")));
}

/** Those whom a flip touched so, who are to hear of it, and who stand there still. */
async function touchedBy(
  tx: Tx,
  flipId: Id<"flip">,
  changes: readonly Change[],
  inside: boolean,
): Promise<NamedAddressee[]> {
  const { stage, audience } = await currentStage(tx);
  const isInside = admittedAt(stage, audience, now());
  const list = sql.join(
    changes.map((change) => sql`${change}`),
    sql`, `,
  );
  const touched = sql`exists (select 1 from ${flipChange} where ${flipChange.personId} = ${person.id}
    and ${flipChange.flipId} = ${flipId}::uuid and ${flipChange.change} in (${list}) and ${flipChange.letter})`;
  return addressees(tx, and(touched, inside ? isInside : sql`not ${isInside}`));
}
