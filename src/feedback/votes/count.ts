import { eq, type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import type { ConversationId } from "@/posts/shape";
import { idea } from "../schema";
import type { Need } from "../shape";
import { trendWith, trendWithout } from "../trend";
import { recountVotes } from "./recount";

type Voice = { personId: PersonId; need: Need; department: string; votedAt: Date };
type Held = { id: ConversationId; trend: number };

const COLUMN = { like: idea.likeCount, need: idea.needCount, blocked: idea.blockedCount };
const KEY = { like: "likeCount", need: "needCount", blocked: "blockedCount" } as const;

function moved(need: Need, by: 1 | -1): Partial<Record<(typeof KEY)[Need], SQL>> {
  return { [KEY[need]]: sql`${COLUMN[need]} + ${by}` };
}

/** One when nobody else who voted for the idea is of the voter's department. */
function alone({ department, personId }: Voice, id: ConversationId): SQL<number> {
  return sql<number>`(${department} <> '' and not exists (select 1 from idea_vote v where v.idea_id = ${id}
    and v.department = ${department} and v.person_id <> ${personId}))::int`;
}

/** Counts a new vote on an idea whose row the caller holds. */
export async function countIn(act: Act, { id, trend }: Held, voice: Voice): Promise<void> {
  await act.tx
    .update(idea)
    .set({
      ...moved(voice.need, 1),
      voteCount: sql`${idea.voteCount} + 1`,
      departmentCount: sql`${idea.departmentCount} + ${alone(voice, id)}`,
      trend: trendWith(trend, voice.votedAt),
    })
    .where(eq(idea.id, id));
}

/** Counts a vote as another weight. When it was given stays: who changes their mind does not ask anew. */
export async function countAs(act: Act, id: ConversationId, before: Need, after: Need): Promise<void> {
  if (before === after) return;
  await act.tx
    .update(idea)
    .set({ ...moved(before, -1), ...moved(after, 1) })
    .where(eq(idea.id, id));
}

/** Counts a vote out that was taken back. */
export async function countOut(act: Act, { id, trend }: Held, voice: Voice): Promise<void> {
  const rest = trendWithout(trend, voice.votedAt);
  if (rest === null) return recountVotes(act.tx, sql`${idea.id} = ${id}`);
  await act.tx
    .update(idea)
    .set({
      ...moved(voice.need, -1),
      voteCount: sql`${idea.voteCount} - 1`,
      departmentCount: sql`${idea.departmentCount} - ${alone(voice, id)}`,
      trend: rest,
    })
    .where(eq(idea.id, id));
}
