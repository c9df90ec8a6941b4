import { and, asc, desc, eq, isNull, not, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import type { Id } from "@/platform/ids";
import { comment, conversation, post } from "@/posts/schema";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { admittedAt } from "@/stages/admitted";
import { currentStage } from "@/stages/queries";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { invitation, joinRequest } from "./schema";
import type { InvitationState } from "./shape";
import type { InvitationView, SeededAuthorView } from "./views";

/** An invitation with the fact that it stands on. */
export type LoadedInvitation = InvitationView & { readonly admissionId: Id<"admission"> };

/** What became of an invitation, as an expression on its `admission`. */
export function stateAt(at: Date): SQL<InvitationState> {
  return sql<InvitationState>`case when ${admission.revokedAt} is not null then 'revoked'
    when ${admission.acceptedAt} is not null then 'accepted'
    when ${admission.expiresAt} <= ${at.toISOString()} then 'expired' else 'waiting' end`;
}

async function select(db: Reader, where: SQL | undefined, limit: number): Promise<LoadedInvitation[]> {
  const inviter = alias(person, "inviter");
  const rows = await db
    .select({
      id: invitation.id,
      admissionId: invitation.admissionId,
      person: cardColumns,
      address: invitation.address,
      note: invitation.note,
      invitedBy: inviter.displayName,
      invitedAt: invitation.invitedAt,
      sentAt: invitation.sentAt,
      expiresAt: admission.expiresAt,
      state: stateAt(now()),
    })
    .from(invitation)
    .innerJoin(admission, eq(admission.id, invitation.admissionId))
    .innerJoin(person, eq(person.id, invitation.personId))
    .innerJoin(inviter, eq(inviter.id, invitation.invitedBy))
    .where(where)
    .orderBy(desc(invitation.invitedAt), desc(invitation.id))
    .limit(limit);
  return rows.map((row) => ({
    ...row,
    may: { revoke: row.state !== "revoked", resend: row.state === "waiting" || row.state === "expired" },
  }));
}

/** The invitations, the latest first; `state` leaves out all others. */
export async function invitations(
  db: Reader,
  asked: { state?: InvitationState | undefined },
  page: PageInput,
): Promise<Page<InvitationView>> {
  const key = decodeKey(page.after, momentKey);
  const after =
    key === null
      ? undefined
      : sql`(${invitation.invitedAt}, ${invitation.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const inState = asked.state === undefined ? undefined : sql`${stateAt(now())} = ${asked.state}`;
  const rows = await select(db, and(inState, after), page.take + 1);
  return cut(rows, page.take, (row) => [row.invitedAt.toISOString(), row.id]);
}

/** An invitation by its id, or null. */
export async function invitationById(db: Reader, id: Id<"invitation">): Promise<LoadedInvitation | null> {
  const [row] = await select(db, eq(invitation.id, id), 1);
  return row ?? null;
}

const authorKey = z.tuple([z.number().int(), z.uuid()]);

/** A contribution that counts for the viewer: under an idea, or in a space that they read. A condition on `conversation`. */
function readableBy(viewer: Viewer): SQL {
  return sql`(${conversation.kind} = 'idea' or exists (select 1 from ${post} join ${space} on ${space.id} = ${post.spaceId}
    where ${post.id} = ${conversation.id} and ${spacesReadableBy(viewer)}))`;
}

/**
 * Who wrote in an archive and was never asked in, those with the most words first. What was said where the viewer may
 * not read counts for nothing: else the list would tell of private spaces.
 */
export async function seededAuthors(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<SeededAuthorView>> {
  const at = now();
  const { stage, audience } = await currentStage(db);
  const key = decodeKey(page.after, authorKey);
  const said = db
    .select({ authorId: conversation.authorId, at: conversation.createdAt })
    .from(conversation)
    .where(and(isNull(conversation.removedAt), readableBy(viewer)))
    .unionAll(
      db
        .select({ authorId: comment.authorId, at: comment.createdAt })
        .from(comment)
        .innerJoin(conversation, eq(conversation.id, comment.conversationId))
        .where(and(isNull(comment.removedAt), readableBy(viewer))),
    )
    .as("said");
  const words = sql<number>`count(*)::int`;
  const invited = sql`exists (select 1 from ${admission}
    where ${admission.personId} = ${person.id} and ${asksIn("team", "member")} and ${liveAdmission(at)})`;
  // Who asks to come in stands in the list of requests already.
  const asks = sql`exists (select 1 from ${joinRequest}
    where ${joinRequest.personId} = ${person.id} and ${joinRequest.closedAt} is null)`;
  const rows = await db
    .select({ ...cardColumns, words, lastAt: sql<Date>`max(${said.at})`.mapWith(conversation.createdAt) })
    .from(person)
    .innerJoin(said, eq(said.authorId, person.id))
    .where(
      and(
        isNull(person.claimedAt),
        eq(person.state, "active"),
        eq(person.kind, "human"),
        not(admittedAt(stage, audience, at)),
        not(invited),
        not(asks),
        sql`exists (select 1 from person_address a where a.person_id = ${person.id})`,
      ),
    )
    .groupBy(person.id)
    .having(
      key === null ? undefined : sql`${words} < ${key[0]} or (${words} = ${key[0]} and ${person.id} > ${key[1]}::uuid)`,
    )
    .orderBy(desc(words), asc(person.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.words, row.id]);
}
