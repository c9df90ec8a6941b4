import { type SQL, sql } from "drizzle-orm";
import { person, personRole } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Agreed, Among } from "@/posts/mentions/among";
import type { Launch } from "@/spaces/policy";
import { admittedAt } from "@/stages/admitted";
import { cohortList, cohortsOfPerson } from "@/stages/cohorts";
import { reached } from "@/stages/shape";
import type { BoardFacts } from "./policy";

/** `canSeeBoard` asked from the other side: who reads a board, as a condition on `person`. */
export function readersOfBoard(
  launch: Launch,
  subject: Pick<BoardFacts, "audience" | "audienceCohorts" | "opensAt">,
): SQL<boolean> {
  const inside = admittedAt(launch.stage, launch.audience, now());
  const team = sql`exists (select 1 from ${personRole}
    where ${personRole.personId} = ${person.id} and ${personRole.until} is null)`;
  if (subject.audience === "hosts" || !reached(launch.stage, subject.opensAt))
    return sql<boolean>`(${inside} and ${team})`;
  if (subject.audience === "members") return inside;
  return sql<boolean>`(${inside} and (${team} or ${cohortsOfPerson} && ${cohortList(subject.audienceCohorts)}))`;
}

/** What is written on a board is read by those who read the board; there is no space to call. */
export function amongReadersOfBoard(viewer: Viewer, subject: BoardFacts, agreed: Agreed): Among {
  return { readers: readersOfBoard(viewer, subject), launch: viewer, space: null, callsAll: false, agreed };
}
