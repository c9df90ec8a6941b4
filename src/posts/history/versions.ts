import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "@/platform/database/client";
import { decodeKey, encodeKey, type Page, type PageInput } from "@/platform/database/page";
import { asTyped } from "../mentions/syntax";
import type { CommentId, ConversationId } from "../shape";
import { differences } from "./differences";
import { revision } from "./schema";
import type { VersionView } from "./views";

/** The words as they stand now, from which their history is told backwards. */
export type Standing = {
  readonly conversation: ConversationId;
  readonly comment: CommentId | null;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly at: Date;
};

type Words = Pick<Standing, "version" | "title" | "body" | "at">;
/** Each version may cost a comparison of long texts, so few are told at a time. */
const SHOWN = 5;
const versionKey = z.tuple([z.number().int()]);

async function earlier(db: Reader, of: Standing, before: number, take: number): Promise<Words[]> {
  const which = of.comment === null ? isNull(revision.commentId) : eq(revision.commentId, of.comment);
  return await db
    .select({ version: revision.version, title: revision.title, body: revision.body, at: revision.writtenAt })
    .from(revision)
    .where(and(eq(revision.conversationId, of.conversation), which, lt(revision.version, before)))
    .orderBy(desc(revision.version))
    .limit(take);
}

/**
 * The versions of a text, newest first, each with what it changed in the one before. The caller has checked that the
 * viewer may read the text as it stands; what was removed has no history for anybody.
 */
export async function versionsOf(db: Reader, of: Standing, page: Pick<PageInput, "after">): Promise<Page<VersionView>> {
  const key = decodeKey(page.after, versionKey);
  const first = key === null;
  const rows = await earlier(db, of, first ? of.version : key[0], SHOWN + (first ? 0 : 1));
  const all: Words[] = first ? [of, ...rows] : rows;
  const items = all.slice(0, SHOWN).map((words, index) => told(words, all[index + 1]));
  const last = items.at(-1);
  return { items, next: all.length > SHOWN && last !== undefined ? encodeKey([last.version]) : null };
}

function told(words: Words, before: Words | undefined): VersionView {
  // The first version of all changed nothing; it is shown as it was written.
  const base = before ?? words;
  return {
    version: words.version,
    at: words.at,
    first: before === undefined,
    title: differences(base.title, words.title),
    // Names are kept as links to whoever was meant; a reader is shown what was typed.
    body: differences(asTyped(base.body), asTyped(words.body)),
  };
}
