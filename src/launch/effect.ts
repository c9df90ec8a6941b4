import { and, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { board } from "@/feedback/schema";
import { person, personAddress } from "@/members/schema";
import type { Reader, Tx } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { coldRooms } from "@/posts/warmth";
import { space } from "@/spaces/schema";
import { admittedAt } from "@/stages/admitted";
import { featuresChanged } from "@/stages/features/changes";
import { liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { type Audience, reached, STAGES, type Stage } from "@/stages/shape";
import { type FlipEffect, flipChange } from "./schema";
import { suppress } from "./suppress";
import type { EffectView, RoomChange } from "./views";

/** A step from one stage to another at one moment, done or only thought of. */
export type Move = { readonly from: Stage; readonly to: Stage; readonly audience: Audience; readonly at: Date };

/** The people whose entry changes, as a condition on `person`. */
export function changedBy(move: Move, change: "gained" | "lost"): SQL {
  const before = admittedAt(move.from, move.audience, move.at);
  const after = admittedAt(move.to, move.audience, move.at);
  const changes = change === "gained" ? sql`${after} and not ${before}` : sql`${before} and not ${after}`;
  return sql`(${person.kind} = 'human' and ${changes})`;
}

/**
 * Whether a person hears of the opening by letter: whoever signed in once, or was invited. People who are known from
 * an old archive alone never agreed to hear from us. A condition on `person`.
 */
export function hearsOfIt(move: Move): SQL<boolean> {
  const known = sql`(${person.claimedAt} is not null or exists (select 1 from ${admission}
    where ${admission.personId} = ${person.id} and ${liveAdmission(move.at)}))`;
  const reachable = sql`exists (select 1 from ${personAddress} where ${personAddress.personId} = ${person.id})`;
  // One level deep: Drizzle takes the table's name from columns at the top of a selected expression.
  return sql<boolean>`(${known} and ${reachable})`;
}

/** What exactly a step changes. The rehearsal shows this, and the flip records it: there is no second reckoning. */
export async function effectOf(db: Reader, move: Move): Promise<EffectView> {
  const gained = await peopleChanged(db, move, "gained");
  const lost = await peopleChanged(db, move, "lost");
  const spaces = await spacesChanged(db, move);
  const boards = await boardsChanged(db, move);
  const features = await featuresChanged(db, move.from, move.to);
  return { gained, lost, spaces, boards, features, emptyRooms: await emptyRooms(db, move) };
}

/** The same in short, as a flip keeps it. */
export function inShort(effect: EffectView): FlipEffect {
  const { gained, lost, spaces, boards, emptyRooms: empty } = effect;
  return {
    gained: gained.count,
    lost: lost.count,
    letters: gained.letters,
    spacesOpened: spaces.opening.length + spaces.privateOpening,
    spacesClosed: spaces.closing.length + spaces.privateClosing,
    boardsOpened: boards.opening.length,
    boardsClosed: boards.closing.length,
    emptyRooms: empty.length,
  };
}

/** Keeps who gained and who lost entry by a flip. */
export async function keepChanges(tx: Tx, flipId: Id<"flip">, move: Move): Promise<void> {
  await tx.execute(sql`insert into ${flipChange} (flip_id, person_id, change, letter)
    select ${flipId}::uuid, ${person.id}, 'gained', ${hearsOfIt(move)} from ${person} where ${changedBy(move, "gained")}
    union all
    select ${flipId}::uuid, ${person.id}, 'lost', false from ${person} where ${changedBy(move, "lost")}`);
}

async function peopleChanged(db: Reader, move: Move, change: "gained" | "lost"): Promise<EffectView["gained"]> {
  const rows = await db
    .select({
      name: person.department,
      count: sql<number>`count(*)::int`,
      signedIn: sql<number>`(count(*) filter (where ${person.claimedAt} is not null))::int`,
      letters: change === "gained" ? sql<number>`(count(*) filter (where ${hearsOfIt(move)}))::int` : sql<number>`0`,
    })
    .from(person)
    .where(changedBy(move, change))
    .groupBy(person.department);
  const sum = (key: "count" | "signedIn" | "letters") => rows.reduce((total, row) => total + row[key], 0);
  const departments = suppress(rows.map(({ name, count }) => ({ name, count })));
  return { count: sum("count"), signedIn: sum("signedIn"), letters: sum("letters"), departments };
}

async function spacesChanged(db: Reader, move: Move): Promise<EffectView["spaces"]> {
  const rows = await db
    .select({ slug: space.slug, name: space.name, opensAt: space.opensAt, visibility: space.visibility })
    .from(space)
    .where(isNull(space.archivedAt))
    .orderBy(sql`lower(${space.name})`, space.slug);
  const { opening, closing } = parted(rows, move);
  // A private space does not exist for those who have no place in it: counted, never named.
  const named = (list: typeof rows) => list.filter((row) => row.visibility !== "private").map(asRoom);
  const hidden = (list: typeof rows) => list.filter((row) => row.visibility === "private").length;
  return {
    opening: named(opening),
    closing: named(closing),
    privateOpening: hidden(opening),
    privateClosing: hidden(closing),
  };
}

async function boardsChanged(db: Reader, move: Move): Promise<EffectView["boards"]> {
  const rows = await db
    .select({ slug: board.slug, name: board.name, opensAt: board.opensAt })
    .from(board)
    .where(and(isNull(board.archivedAt), eq(board.audience, "members")))
    .orderBy(sql`lower(${board.name})`, board.slug);
  const { opening, closing } = parted(rows, move);
  return { opening: opening.map(asRoom), closing: closing.map(asRoom) };
}

/** Spaces that everybody inside will see after the step, and where newcomers would find nobody. */
async function emptyRooms(db: Reader, move: Move): Promise<EffectView["emptyRooms"]> {
  const open = STAGES.filter((stage) => reached(move.to, stage));
  const seen = and(isNull(space.archivedAt), ne(space.visibility, "private"), inArray(space.opensAt, open));
  const rooms = await coldRooms(db, seen, move.at);
  return rooms.map(({ opensAt, ...room }) => ({ ...room, opening: !reached(move.from, opensAt) }));
}

function parted<Row extends { opensAt: Stage }>(rows: readonly Row[], move: Move): { opening: Row[]; closing: Row[] } {
  const is = (row: Row, stage: Stage) => reached(stage, row.opensAt);
  return {
    opening: rows.filter((row) => is(row, move.to) && !is(row, move.from)),
    closing: rows.filter((row) => is(row, move.from) && !is(row, move.to)),
  };
}

function asRoom({ slug, name }: RoomChange): RoomChange {
  return { slug, name };
}
