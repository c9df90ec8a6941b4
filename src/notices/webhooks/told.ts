import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { ideaMoved, ideaSuggested } from "@/feedback/events";
import { ideasVisibleTo } from "@/feedback/policy";
import { board, idea } from "@/feedback/schema";
import { paths } from "@/paths";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader, Tx } from "@/platform/database/client";
import { env } from "@/platform/env";
import type { Told } from "@/platform/events/reaction";
import { type Id, newId } from "@/platform/ids";
import { enqueue } from "@/platform/jobs/boss";
import type { commentAdded } from "@/posts/events";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { currentStage, type StageView } from "@/stages/queries";
import { webhookCalls } from "./queue";
import { webhook, webhookDelivery } from "./schema";
import type { HookEvent, TEST_EVENT, WebhookId } from "./shape";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * A member like any other: no role, no place in any space, no group. What they see of boards is open to every member,
 * by the same policy that people meet.
 */
function anyMember({ stage, version, audience }: StageView): Viewer {
  return {
    id: NOBODY as Id<"person">,
    sessionId: NOBODY as Id<"session">,
    name: "",
    locale: null,
    timeZone: null,
    roles: new Set(),
    stage,
    stageVersion: version,
    audience,
    seen: "",
    standing: { admitted: true, because: "everyone" },
    features: new Set(),
    comfort: { keys: false, presence: false },
    spaces: new Map(),
    cohorts: [],
  };
}

/** An idea as it may be told: where it stands now, and whether every member may see it. */
export type ToldIdea = {
  readonly id: ConversationId;
  readonly title: string;
  readonly status: string;
  readonly voteCount: number;
  readonly commentCount: number;
  readonly board: { readonly id: string; readonly slug: string };
  readonly isOpen: boolean;
};

/** An idea that is still there, or null. */
export async function ideaToTell(db: Reader, id: ConversationId): Promise<ToldIdea | null> {
  const open: SQL = ideasVisibleTo(anyMember(await currentStage(db)));
  const [row] = await db
    .select({
      id: idea.id,
      title: conversation.title,
      status: idea.status,
      voteCount: idea.voteCount,
      commentCount: conversation.commentCount,
      board: { id: board.id, slug: board.slug },
      isOpen: sql<boolean>`(${open})`,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(and(eq(idea.id, id), isNull(idea.removedAt)));
  return row ?? null;
}

/** Whether an endpoint may be told of an idea: it was made for its board, or for all boards and every member sees this one. */
export function mayBeTold(boards: readonly string[] | null, of: ToldIdea): boolean {
  return boards === null ? of.isOpen : boards.includes(of.board.id);
}

type Happened = {
  readonly id: Id<"event">;
  readonly at: Date;
  readonly type: HookEvent;
  readonly idea: ConversationId;
  /** What is told beside where the idea stands. */
  readonly more: (of: ToldIdea) => Readonly<Record<string, unknown>>;
};

/** Writes down what each endpoint is told of an event, and has it sent. */
async function tellEndpoints(tx: Tx, happened: Happened): Promise<void> {
  const listening = await tx
    .select({ id: webhook.id, boards: webhook.boards })
    .from(webhook)
    .where(and(isNull(webhook.pausedAt), isNull(webhook.offAt), sql`${happened.type} = any(${webhook.events})`));
  if (listening.length === 0) return;
  const found = await ideaToTell(tx, happened.idea);
  if (found === null) return;
  const body = bodyOf(happened, found);
  for (const { id, boards } of listening) {
    if (mayBeTold(boards, found)) await deliver(tx, { webhook: id, type: happened.type, body, of: happened });
  }
}

function bodyOf({ type, at, more }: Happened, found: ToldIdea): string {
  const url = new URL(paths.idea(found.id), env().APP_URL).href;
  const data = { idea: found.id, board: found.board, title: found.title, status: found.status, ...more(found), url };
  return JSON.stringify({ type, timestamp: at.toISOString(), data });
}

type Delivery = {
  readonly webhook: WebhookId;
  readonly type: HookEvent | typeof TEST_EVENT;
  readonly body: string;
  readonly of: Pick<Happened, "id" | "idea"> | null;
};

/** Has one endpoint told something; the same of the same event is told once. */
export async function deliver(tx: Tx, { webhook: webhookId, type, body, of }: Delivery): Promise<void> {
  const id = newId<"webhook-delivery">();
  const rows = await tx
    .insert(webhookDelivery)
    .values({ id, webhookId, eventId: of?.id ?? null, ideaId: of?.idea ?? null, type, body, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: webhookDelivery.id });
  if (rows.length > 0) await enqueue(tx, webhookCalls, { delivery: id, attempt: 1 });
}

export function tellSuggested(tx: Tx, { id, at, subjectId }: Told<typeof ideaSuggested.shape>): Promise<void> {
  return tellEndpoints(tx, { id, at, type: "idea.suggested", idea: subjectId as ConversationId, more: () => ({}) });
}

/** A move is told as one, and as shipped to those who wait for that alone. */
export async function tellMoved(tx: Tx, { id, at, subjectId, payload }: Told<typeof ideaMoved.shape>): Promise<void> {
  const happened = { id, at, idea: subjectId as ConversationId };
  const { from, to, promisedFor } = payload;
  await tellEndpoints(tx, { ...happened, type: "idea.moved", more: () => ({ from, to, promisedFor }) });
  if (to === "shipped" && from !== "shipped")
    await tellEndpoints(tx, { ...happened, type: "idea.shipped", more: () => ({}) });
}

/** That somebody commented, and where; neither who nor what. Comments elsewhere are none of ours. */
export function tellCommented(tx: Tx, { id, at, subjectId, payload }: Told<typeof commentAdded.shape>): Promise<void> {
  return tellEndpoints(tx, {
    id,
    at,
    type: "idea.commented",
    idea: payload.conversationId,
    more: () => ({ comment: subjectId }),
  });
}

type Happening = { readonly id: Id<"event">; readonly at: Date; readonly subjectId: string };

/** How many voices there are now; whose they are stays here. */
export function tellVotes(tx: Tx, { id, at, subjectId }: Happening): Promise<void> {
  const more = ({ voteCount }: ToldIdea) => ({ voteCount });
  return tellEndpoints(tx, { id, at, type: "idea.votes", idea: subjectId as ConversationId, more });
}
