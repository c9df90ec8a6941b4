import { aPerson, aSpace } from "@tests/support/people";
import type { PersonId } from "@/members/shape";
import { transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { comment, conversation, post } from "@/posts/schema";
import type { CommentId, ConversationId } from "@/posts/shape";
import type { Act } from "@/readiness/history";

/**
 * Writes generated acts into the database as posts and comments, and gives the ids that stand for theirs.
 * @param people who is there already; those who are not are made, and put down
 */
export async function written(acts: readonly Act[], people: Map<string, PersonId>): Promise<Act[]> {
  const spaceId = await aSpace({ slug: "bread" });
  const talks = new Map<string, ConversationId>();
  const replies = new Map<string, CommentId>();
  const said = (print: number | undefined) => `word ${"and ".repeat(28)}${print}`;
  const author = (name: string) => people.get(name) as PersonId;
  for (const name of new Set(acts.map((act) => act.author).filter((one) => !people.has(one))))
    people.set(name, await aPerson({ name, address: `${name}@test.example`, admitted: "host-invitation" }));
  const openings: (typeof conversation.$inferInsert)[] = [];
  const posts: (typeof post.$inferInsert)[] = [];
  const comments: (typeof comment.$inferInsert)[] = [];
  for (const act of acts) {
    const createdAt = new Date(act.at);
    const text = { body: `> quoted by nobody\n\n${said(act.print)}`, bodyHtml: "", createdAt };
    const authorId = author(act.author);
    if (act.kind === "conversation") {
      const id = newId<"conversation">();
      talks.set(act.id, id);
      openings.push({ id, kind: "post", authorId, title: "t", lastActivityAt: createdAt, ...text });
      posts.push({ id, spaceId, kind: "discussion", lastActivityAt: createdAt });
    } else {
      const id = newId<"comment">();
      replies.set(act.id, id);
      const conversationId = talks.get(act.conversation ?? "") as ConversationId;
      comments.push({ id, conversationId, parentId: replies.get(act.parent ?? "") ?? null, authorId, ...text });
    }
  }
  await transaction(async (tx) => {
    for (const some of inParts(openings)) await tx.insert(conversation).values(some);
    for (const some of inParts(posts)) await tx.insert(post).values(some);
    for (const some of inParts(comments)) await tx.insert(comment).values(some);
  });
  return acts.map((act) => ({ ...act, author: author(act.author) }));
}

/** As many rows as one statement takes with ease. */
function inParts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / 500) }, (_, part) => rows.slice(part * 500, part * 500 + 500));
}
