import { and, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { board } from "@/feedback/schema";
import { person, personAddress } from "@/members/schema";
import type { Reader, Tx } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { suppress } from "@/platform/suppress";
import { coldRooms } from "@/posts/warmth";
import { space } from "@/spaces/schema";
import { admittedAt } from "@/stages/admitted";
import { featuresChanged } from "@/stages/features/changes";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { type Audience, reached, STAGES, type Stage } from "@/stages/shape";
import { doorFollower } from "./door/schema";
import { CHANGES, type Change, type FlipEffect, flipChange, flipHold, joinRequest } from "./schema";
import { stepKind } from "./step";
import type { EffectView, RoomChange } from "./views";

/** A step from one stage to another at one moment, done or only thought of. */
export type Move = {
  readonly from: Stage;
  readonly to: Stage;
  readonly audience: Audience;
  readonly at: Date;
  /** True for a flip that is taken back: everybody's entry is what it was, and nobody is kept or written to. */
  readonly undoes?: boolean;
};

/** Whether somebody signed in once, or is asked in: not an author known from an old archive alone. On `person`. */
function isKnown(at: Date): SQL<boolean> {
  return sql<boolean>`(${person.claimedAt} is not null or exists (select 1 from ${admission}
    where ${admission.personId} = ${person.id} and ${asksIn("team", "member")} and ${liveAdmission(at)}))`;
}

/** Whether somebody ever wrote here, on whichever way. An archive's authors did not write here. A condition on `person`. */
function wroteHere(at: Date): SQL<boolean> {
  return sql<boolean>`(${isKnown(at)} and (exists (select 1 from conversation c where c.author_id = ${person.id})
    or exists (select 1 from comment c where c.author_id = ${person.id})))`;
}

const ASKED = sql<boolean>`exists (select 1 from ${joinRequest} where ${joinRequest.personId} = ${person.id}
  and ${joinRequest.closedAt} is null)`;

const FOLLOWS = sql<boolean>`exists (select 1 from ${doorFollower} where ${doorFollower.personId} = ${person.id})`;

/**
 * The people whom a step touches, as a condition on `person`: they gain entry, or lose it; on the way back, those who
 * wrote are kept inside. Who goes on waiting hears of a step back when they asked to come in, and of any step when they
 * follow how things go on.
 */
export function changedBy(move: Move, change: Change): SQL {
  const before = admittedAt(move.from, move.audience, move.at);
  const after = admittedAt(move.to, move.audience, move.at);
  const goesBack = sql`${stepKind(move.from, move.to) === "back" && move.undoes !== true}::boolean`;
  const wrote = wroteHere(move.at);
  const changes = {
    gained: sql`${after} and not ${before}`,
    lost: sql`${before} and not ${after} and not (${goesBack} and ${wrote})`,
    kept: sql`${goesBack} and ${before} and not ${after} and ${wrote}`,
    waits: sql`${move.undoes !== true}::boolean and not ${before} and not ${after} and ${person.state} = 'active'
      and (${FOLLOWS} or (${goesBack} and ${ASKED}))`,
  };
  return sql`(${person.kind} = 'human' and ${changes[change]})`;
}

/**
 * Whether a person hears of the step by letter: whoever signed in once, or was invited. People who are known from
 * an old archive alone never agreed to hear from us. A condition on `person`.
 */
export function hearsOfIt(move: Move): SQL<boolean> {
  const reachable = sql`exists (select 1 from ${personAddress} where ${personAddress.personId} = ${person.id})`;
  // Who has not heard yet of an opening that is held back is told nothing by the next step either.
  const unheard = sql`exists (select 1 from ${flipChange} join ${flipHold} on ${flipHold.flipId} = ${flipChange.flipId}
    where ${flipChange.personId} = ${person.id} and ${flipChange.change} = 'gained' and ${flipHold.letGoAt} is null
    and ${flipHold.undoneAt} is null and ${flipHold.until} > ${move.at.toISOString()}::timestamptz)`;
  // One level deep: Drizzle takes the table's name from columns at the top of a selected expression.
  return sql<boolean>`(${isKnown(move.at)} and ${reachable} and not ${unheard})`;
}

/** What exactly a step changes. The rehearsal shows this, and the flip records it: there is no second reckoning. */
export async function effectOf(db: Reader, move: Move): Promise<EffectView> {
  const gained = await peopleChanged(db, move, "gained");
  const lost = await peopleChanged(db, move, "lost");
  const stays = await staysAsItIs(db, move);
  const spaces = await spacesChanged(db, move);
  const boards = await boardsChanged(db, move);
  const features = await featuresChanged(db, move.from, move.to);
  return { gained, lost, ...stays, spaces, boards, features, emptyRooms: await emptyRooms(db, move) };
}

/** The same in short, as a flip keeps it. */
export function inShort(effect: EffectView): FlipEffect {
  const { gained, lost, kept, waiting, spaces, boards, emptyRooms: empty } = effect;
  return {
    gained: gained.count,
    lost: lost.count,
    letters: gained.letters + lost.letters + waiting.letters,
    spacesOpened: spaces.opening.length + spaces.privateOpening,
    spacesClosed: spaces.closing.length + spaces.privateClosing,
    boardsOpened: boards.opening.length,
    boardsClosed: boards.closing.length,
    emptyRooms: empty.length,
    kept,
  };
}

/**
 * Keeps whom a flip touched, and lets those stay inside who wrote here.
 * @param by who takes the step, null for nobody in particular
 */
export async function keepChanges(tx: Tx, flipId: Id<"flip">, move: Move, by: Id<"person"> | null): Promise<void> {
  const touched = CHANGES.map(
    (change) => sql`select ${flipId}::uuid, ${person.id}, ${change}::text,
      ${change === "kept" ? sql`false` : hearsOfIt(move)} from ${person} where ${changedBy(move, change)}`,
  );
  await tx.execute(sql`insert into ${flipChange} (flip_id, person_id, change, letter)
    ${sql.join(touched, sql` union all `)}`);
  const at = move.at.toISOString();
  await tx.execute(sql`insert into ${admission} (id, person_id, kind, granted_by, granted_at, accepted_at)
    select gen_random_uuid(), person_id, 'kept', ${by}::uuid, ${at}::timestamptz, ${at}::timestamptz
    from ${flipChange} where flip_id = ${flipId}::uuid and change = 'kept'`);
}

/** Who would lose entry and is kept, and who waits and goes on waiting. */
async function staysAsItIs(db: Reader, move: Move): Promise<Pick<EffectView, "kept" | "waiting">> {
  const waits = changedBy(move, "waits");
  const [row] = await db
    .select({
      kept: sql<number>`(count(*) filter (where ${changedBy(move, "kept")}))::int`,
      count: sql<number>`(count(*) filter (where ${waits}))::int`,
      letters: sql<number>`(count(*) filter (where ${waits} and ${hearsOfIt(move)}))::int`,
    })
    .from(person);
  return { kept: row?.kept ?? 0, waiting: { count: row?.count ?? 0, letters: row?.letters ?? 0 } };
}

async function peopleChanged(db: Reader, move: Move, change: "gained" | "lost"): Promise<EffectView["gained"]> {
  const rows = await db
    .select({
      name: person.department,
      count: sql<number>`count(*)::int`,
      signedIn: sql<number>`(count(*) filter (where ${person.claimedAt} is not null))::int`,
      letters: move.undoes === true ? sql<number>`0` : sql<number>`(count(*) filter (where ${hearsOfIt(move)}))::int`,
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
    .where(and(isNull(board.archivedAt), ne(board.audience, "hosts")))
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
