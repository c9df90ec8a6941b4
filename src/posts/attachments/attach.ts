import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { FileId } from "@/members/files/shape";
import { file } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Reader, Tx } from "@/platform/database/client";
import { filesIn, type Pictures, type Rendered, render } from "../render";
import { attachment } from "../schema";
import type { CommentId, ConversationId } from "../shape";
import { type Hanging, settleFiles, type Writing } from "./settle";

/** What the words hang on. */
export type Contribution = { readonly conversation: ConversationId; readonly comment: CommentId | null };

/**
 * The pictures that words of this writer may show in this conversation: their own loose ones, and what hangs on the
 * conversation already, so that a passage can be quoted with its picture.
 */
export async function picturesFor(
  db: Reader,
  writer: PersonId,
  body: string,
  conversation: ConversationId | null,
): Promise<Pictures> {
  const ids = filesIn(body);
  if (ids.length === 0) return new Map();
  const own = and(eq(file.ownerId, writer), isNotNull(file.looseSince));
  const here = conversation === null ? undefined : eq(attachment.conversationId, conversation);
  const rows = await db
    .select({ id: file.id, width: file.width, height: file.height })
    .from(file)
    .leftJoin(attachment, eq(attachment.fileId, file.id))
    .where(and(inArray(file.id, ids), eq(file.kind, "picture"), or(own, here)));
  return new Map(rows.flatMap(({ id, width, height }) => (width && height ? [[id, { width, height }] as const] : [])));
}

/** Words rendered with the pictures that they may show, for `attachFiles`. */
export type Written = { readonly rendered: Rendered; readonly pictures: Pictures };

/** Renders words in their conversation; null for one that they open. */
export async function write(tx: Tx, writing: Writing, conversation: ConversationId | null): Promise<Written> {
  const pictures = await picturesFor(tx, writing.writer, writing.body, conversation);
  return { rendered: render(writing.body, pictures), pictures };
}

/** Hangs files on new words: those that the words name, and those that came beside them. */
export async function attachFiles(tx: Tx, to: Contribution, writing: Writing, { pictures }: Written): Promise<void> {
  await hang(tx, to, { writing, pictures, before: [] });
}

/**
 * The same for words that were changed: what hung on them and is wanted no more is let go.
 * @returns whether files came or went
 */
export async function attachAgain(tx: Tx, to: Contribution, writing: Writing, { pictures }: Written): Promise<boolean> {
  const before = await attachedTo(tx, to);
  return hang(tx, to, { writing, pictures, before });
}

async function hang(tx: Tx, to: Contribution, { writing, ...on }: Hanging & { writing: Writing }): Promise<boolean> {
  const { hung, gone, changed } = await settleFiles(tx, writing, on);
  if (gone.length > 0) await tx.delete(attachment).where(inArray(attachment.fileId, [...gone]));
  if (hung.length === 0) return changed;
  const rows = hung.map((one) => ({ ...one, conversationId: to.conversation, commentId: to.comment }));
  const again = { listed: sql`excluded.listed`, place: sql`excluded.place` };
  await tx.insert(attachment).values(rows).onConflictDoUpdate({ target: attachment.fileId, set: again });
  return changed;
}

async function attachedTo(tx: Tx, { conversation, comment }: Contribution): Promise<{ id: FileId; listed: boolean }[]> {
  const which = comment === null ? isNull(attachment.commentId) : eq(attachment.commentId, comment);
  return tx
    .select({ id: attachment.fileId, listed: attachment.listed })
    .from(attachment)
    .where(and(eq(attachment.conversationId, conversation), which));
}
