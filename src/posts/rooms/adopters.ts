import { and, desc, eq, gt, sql } from "drizzle-orm";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import { daysAfter } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { spaceAdoption } from "@/spaces/adoption/schema";
import { ADOPTION_REST_DAYS } from "@/spaces/adoption/shape";
import { type Launch, readersOfSpace } from "@/spaces/policy";
import { space, spacePlace } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import type { AdopterView } from "./views";

/** Two are asked: one may say no, and of many nobody feels meant. */
const ADOPTERS = 2;
const LATELY_DAYS = 180;

/**
 * The two people most likely to look after a space: who reads it, does not own it and was not asked lately; first whoever
 * answered most different people in it in the last half year, then whoever wrote most there. The figures are what
 * everybody in the space can count.
 */
export async function likelyAdopters(db: Reader, launch: Launch, id: SpaceId, at: Date): Promise<AdopterView[]> {
  const since = sql`${daysAfter(at, -LATELY_DAYS).toISOString()}::timestamptz`;
  const said = sql`(select c.author_id, c.author_id as opener, c.created_at from conversation c join post p using (id)
      where p.space_id = ${id}::uuid and p.removed_at is null and c.created_at > ${since}
    union all select m.author_id, c.author_id, m.created_at from comment m
      join post p on p.id = m.conversation_id join conversation c on c.id = p.id
      where p.space_id = ${id}::uuid and p.removed_at is null and m.removed_at is null and m.created_at > ${since})`;
  const voices = db
    .select({
      author: sql<string>`said.author_id`.as("author"),
      answered: sql<number>`(count(distinct said.opener) filter (where said.opener <> said.author_id))::int`.as(
        "answered",
      ),
      wrote: sql<number>`count(*)::int`.as("wrote"),
    })
    .from(sql`${said} said`)
    .groupBy(sql`said.author_id`)
    .as("voices");
  const asked = sql`exists (select 1 from ${spaceAdoption} where ${spaceAdoption.spaceId} = ${id}::uuid
    and ${spaceAdoption.personId} = ${person.id}
    and ${spaceAdoption.askedAt} > ${daysAfter(at, -ADOPTION_REST_DAYS).toISOString()}::timestamptz)`;
  const owns = sql`exists (select 1 from ${spacePlace} where ${spacePlace.spaceId} = ${id}::uuid
    and ${spacePlace.personId} = ${person.id} and ${spacePlace.role} = 'owner')`;
  const away = sql`person_away(${person}, ${at.toISOString()}::timestamptz) is not null`;
  return db
    .select({ person: cardColumns, answered: voices.answered, wrote: voices.wrote })
    .from(voices)
    .innerJoin(person, eq(person.id, voices.author))
    .innerJoin(space, eq(space.id, id))
    .where(
      and(
        eq(person.state, "active"),
        eq(person.kind, "human"),
        gt(voices.wrote, 0),
        readersOfSpace(launch, at),
        sql`not ${owns} and not ${asked} and not ${away}`,
      ),
    )
    .orderBy(desc(voices.answered), desc(voices.wrote), person.id)
    .limit(ADOPTERS);
}
