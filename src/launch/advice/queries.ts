import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import type { Id } from "@/platform/ids";
import { conversation, post } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { advice } from "./schema";
import type { AdviceRequest } from "./views";

/** A request as a host answers it. */
export type LoadedAdvice = {
  id: Id<"advice">;
  conversationId: ConversationId;
  personId: PersonId | null;
  address: string | null;
  words: string;
  askedBy: PersonId;
};

export async function adviceById(db: Reader, id: Id<"advice">): Promise<LoadedAdvice | null> {
  const [row] = await db
    .select({
      id: advice.id,
      conversationId: advice.conversationId,
      personId: advice.personId,
      address: advice.address,
      words: advice.words,
      askedBy: advice.askedBy,
    })
    .from(advice)
    .where(eq(advice.id, id));
  return row ?? null;
}

const asker = alias(person, "asker");

/** What a post is called, for a host who reads it. */
function postFor(viewer: Viewer): SQL<AdviceRequest["post"]> {
  return sql`(select jsonb_build_object('id', ${conversation.id}, 'title', ${conversation.title},
      'mayName', ${space.visibility} = 'open')
    from ${post} join ${space} on ${space.id} = ${post.spaceId} join ${conversation} on ${conversation.id} = ${post.id}
    where ${post.id} = ${advice.conversationId} and ${isNull(post.removedAt)} and ${spacesReadableBy(viewer)})`;
}

/** Whom members would have inside, the first to be asked for first; for hosts. */
export async function adviceRequests(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<AdviceRequest>> {
  const key = decodeKey(page.after, momentKey);
  const after =
    key === null ? undefined : sql`(${advice.askedAt}, ${advice.id}) > (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows = await db
    .select({
      id: advice.id,
      person: cardColumns,
      address: advice.address,
      by: {
        id: asker.id,
        displayName: asker.displayName,
        title: asker.title,
        department: asker.department,
        site: asker.site,
        claimed: sql<boolean>`${asker.claimedAt} is not null`,
        photo: sql<string | null>`person_face(asker)`,
        // For the team's own list, where whoever asked is not asked back.
        away: sql<null>`null`,
      },
      words: advice.words,
      askedAt: advice.askedAt,
      post: postFor(viewer),
    })
    .from(advice)
    .innerJoin(asker, eq(asker.id, advice.askedBy))
    .leftJoin(person, eq(person.id, advice.personId))
    .where(and(eq(advice.state, "requested"), after))
    .orderBy(asc(advice.askedAt), asc(advice.id))
    .limit(page.take + 1);
  return cut(
    rows.map((row) => ({ ...row, person: row.person?.id ? row.person : null })),
    page.take,
    (row) => [row.askedAt.toISOString(), row.id],
  );
}
