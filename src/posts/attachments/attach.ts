import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { letGo, takeUp } from "@/members/files/actions/take-up";
import type { FileId } from "@/members/files/shape";
import { file } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Reader, Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { filesIn, type Pictures, type Rendered, render } from "../render";
import { attachment } from "../schema";
import { ATTACHMENTS_MAX, type CommentId, type ConversationId } from "../shape";

/** Words on their way into the database, with the files that came beside them. */
export type Writing = {
  /** Who writes them, whose loose files they may take up. */
  readonly writer: PersonId;
  readonly body: string;
  /** Files that stand below the words; undefined leaves those that do. */
  readonly files?: readonly FileId[] | undefined;
};

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

type Hanging = { writing: Writing; pictures: Pictures; before: readonly { id: FileId; listed: boolean }[] };

async function hang(tx: Tx, to: Contribution, { writing, pictures, before }: Hanging): Promise<boolean> {
  const named = filesIn(writing.body);
  const beside = writing.files ?? before.filter((one) => one.listed).map((one) => one.id);
  const wanted = [...new Set([...named, ...beside])];
  const there = new Set(before.map((one) => one.id));
  const loose = wanted.filter((id) => !there.has(id));
  const taken = new Set(await takeUp(tx, writing.writer, loose, "attachment"));
  const kept = wanted.filter((id) => there.has(id) || taken.has(id));
  if (kept.length > ATTACHMENTS_MAX) throw tooMany();
  const gone = before.filter((one) => !wanted.includes(one.id)).map((one) => one.id);
  if (gone.length > 0) await tx.delete(attachment).where(inArray(attachment.fileId, gone));
  await letGo(tx, gone);
  const changed = taken.size + gone.length > 0;
  if (kept.length === 0) return changed;
  const shown = new Set(named.filter((id) => pictures.has(id)));
  const rows = kept.map((fileId, place) => ({
    fileId,
    conversationId: to.conversation,
    commentId: to.comment,
    listed: !shown.has(fileId),
    place,
  }));
  const again = { listed: sql`excluded.listed`, place: sql`excluded.place` };
  await tx.insert(attachment).values(rows).onConflictDoUpdate({ target: attachment.fileId, set: again });
  return changed;
}

function tooMany(): Refusal {
  return new Refusal("invalid", "tooManyFiles", { max: ATTACHMENTS_MAX }, { files: ["tooManyFiles"] });
}

async function attachedTo(tx: Tx, { conversation, comment }: Contribution): Promise<{ id: FileId; listed: boolean }[]> {
  const which = comment === null ? isNull(attachment.commentId) : eq(attachment.commentId, comment);
  return tx
    .select({ id: attachment.fileId, listed: attachment.listed })
    .from(attachment)
    .where(and(eq(attachment.conversationId, conversation), which));
}
