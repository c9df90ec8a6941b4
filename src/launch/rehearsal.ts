import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { Refusal } from "@/platform/errors";
import { announcementOf } from "@/stages/announced/queries";
import { currentStage } from "@/stages/queries";
import type { Stage } from "@/stages/shape";
import { changedBy, effectOf, hearsOfIt, type Move } from "./effect";
import { gatesFor } from "./gates";
import { planNow } from "./plans/queries";
import { needsReason, stepKind } from "./step";
import type { ChangedPersonView, RehearsalView } from "./views";

/**
 * What exactly would happen at a flip to a stage, without anything happening.
 * @throws Refusal `conflict` when that is where the launch stands already
 */
export async function rehearse(db: Reader, to: Stage, viewer: Viewer | null): Promise<RehearsalView> {
  const move = await moveTo(db, to);
  const { version } = await currentStage(db);
  const kind = stepKind(move.from, to);
  const gates = await gatesFor(db, move);
  const admin = viewer === null || viewer.roles.has("admin");
  return {
    at: move.at,
    from: move.from,
    to,
    version,
    kind,
    gates,
    effect: await effectOf(db, move),
    needs: { reason: needsReason(kind), override: gates !== null && !gates.ready },
    announcement: await announcementOf(db, to),
    ...(await planNow(db, viewer, move.at)),
    may: { flip: admin, seeNames: admin },
  };
}

const nameKey = z.tuple([z.string(), z.uuid()]);

/** The people who would gain or lose entry, by name. */
export async function peopleChangedBy(
  db: Reader,
  asked: { to: Stage; change: "gained" | "lost" },
  page: PageInput,
): Promise<Page<ChangedPersonView>> {
  const move = await moveTo(db, asked.to);
  const sort = sql<string>`lower(${person.displayName})`;
  const key = decodeKey(page.after, nameKey);
  const after = key === null ? undefined : sql`(${sort}, ${person.id}) > (${key[0]}, ${key[1]}::uuid)`;
  const letter = asked.change === "gained" ? hearsOfIt(move) : sql<boolean>`false`;
  const rows = await db
    .select({ ...cardColumns, letter, sort })
    .from(person)
    .where(and(eq(person.kind, "human"), changedBy(move, asked.change), after))
    .orderBy(sort, asc(person.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.sort, row.id]);
  return { items, next };
}

async function moveTo(db: Reader, to: Stage): Promise<Move> {
  const { stage: from, audience } = await currentStage(db);
  if (from === to) throw new Refusal("conflict", "stageAlready");
  return { from, to, audience, at: now() };
}
