import { aPerson, atStage } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { board as boardTable, idea } from "@/feedback/schema";
import { importIdeas } from "@/imports/ideas/run";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { conversation } from "@/posts/schema";

/** Who reads tables in, and whose address stands in them; at the founding stage. */
export async function hostAndMember(): Promise<{ host: PersonId; member: PersonId }> {
  await atStage("founding");
  const host = await aPerson({ roles: ["host"] });
  const member = await aPerson({ admitted: "host-invitation", address: "mona@example.org", name: "Mona" });
  return { host, member };
}

async function* chunks(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

type Reading = { dryRun?: boolean; fallback?: PersonId | null };

/** Reads a table into a board, as the command line does. */
export function takeIdeas(url: string, board: string, text: string, { dryRun = false, fallback = null }: Reading = {}) {
  return importIdeas(url, { board, fileName: "ideas.csv", chunks: chunks(text), dryRun, fallback, run: null });
}

const HEAD = "id,title,details,author name,author email,status,votes,created,voters,response,responded_by,responded_at";
type Cell = "title" | "name" | "email" | "status" | "votes" | "voters" | "answer" | "created";

/** A line of a table as Canny writes it. */
export function ideaLine(id: string, more: Partial<Record<Cell, string>> = {}): string {
  return [
    id,
    more.title ?? `Idea ${id}`,
    "Words.",
    more.name ?? "Ada Baker",
    more.email ?? "",
    more.status ?? "open",
    more.votes ?? "",
    more.created ?? "2024-01-02T03:04:05Z",
    more.voters ?? "",
    more.answer ?? "",
    "",
    "",
  ].join(",");
}

export function ideaTable(...lines: string[]): string {
  return `${[HEAD, ...lines].join("\n")}\n`;
}

/** What stands on a board, by title. */
export function ideasOn(slug: string) {
  return reader()
    .select({
      id: idea.id,
      title: conversation.title,
      status: idea.status,
      votes: idea.voteCount,
      imported: idea.importedVotes,
      author: conversation.authorId,
      at: idea.createdAt,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(boardTable, eq(boardTable.id, idea.boardId))
    .where(eq(boardTable.slug, slug))
    .orderBy(conversation.title);
}
