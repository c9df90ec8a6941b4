import { eq, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { suppress } from "@/platform/suppress";
import { reasonAt } from "@/stages/reasons";
import type { Audience, Stage } from "@/stages/shape";
import { REASONS, type Reason } from "@/stages/views";
import type { RoomView } from "./views";

/** Who is inside at a stage, counted by reason and by department. */
export async function insideAt(
  db: Reader,
  { stage, audience, at }: { stage: Stage; audience: Audience; at: Date },
): Promise<RoomView["inside"]> {
  const because = reasonAt(stage, audience, at);
  const people = db
    .select({
      department: person.department,
      claimedAt: person.claimedAt,
      because: sql<Reason>`${because}`.as("because"),
    })
    .from(person)
    .where(eq(person.kind, "human"))
    .as("people");
  const rows: Row[] = await db
    .select({
      department: people.department,
      because: people.because,
      count: sql<number>`count(*)::int`,
      signedIn: sql<number>`count(${people.claimedAt})::int`,
    })
    .from(people)
    .where(sql`${people.because} is not null`)
    .groupBy(people.department, people.because);
  return insideFrom(rows);
}

type Row = { department: string; because: Reason; count: number; signedIn: number };

function insideFrom(rows: readonly Row[]): RoomView["inside"] {
  const sumOf = (some: readonly Row[], key: "count" | "signedIn") => some.reduce((sum, row) => sum + row[key], 0);
  const departments = Map.groupBy(rows, (row) => row.department);
  return {
    total: sumOf(rows, "count"),
    signedIn: sumOf(rows, "signedIn"),
    byReason: REASONS.map((because) => ({
      because,
      count: sumOf(
        rows.filter((row) => row.because === because),
        "count",
      ),
    })).filter((reason) => reason.count > 0),
    departments: suppress([...departments].map(([name, some]) => ({ name, count: sumOf(some, "count") }))),
  };
}
