import { and, desc, eq, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import type { Id } from "@/platform/ids";
import { letter } from "./schema";
import { type LetterState, PRIVATE_KINDS } from "./shape";
import type { LetterCard, LetterView } from "./views";

const isPrivate = sql<boolean>`${letter.kind} in (${sql.join(
  PRIVATE_KINDS.map((kind) => sql`${kind}`),
  sql`, `,
)})`;

const cardColumns = {
  id: letter.id,
  to: letter.toAddress,
  toName: sql<string>`coalesce(${person.displayName}, '')`,
  kind: letter.kind,
  subject: sql<string>`case when ${isPrivate} then '' else ${letter.subject} end`,
  private: isPrivate,
  state: letter.state,
  attempts: letter.attempts,
  problem: letter.problem,
  createdAt: letter.createdAt,
  sentAt: letter.sentAt,
};

/** The letters that Levain wrote, the latest first. */
export async function letterPage(
  db: Reader,
  asked: { state?: LetterState | undefined },
  page: PageInput,
): Promise<Page<LetterCard>> {
  const key = decodeKey(page.after, momentKey);
  const after =
    key === null ? undefined : sql`(${letter.createdAt}, ${letter.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows = await db
    .select(cardColumns)
    .from(letter)
    .leftJoin(person, eq(person.id, letter.personId))
    .where(and(asked.state === undefined ? undefined : eq(letter.state, asked.state), after))
    .orderBy(desc(letter.createdAt), desc(letter.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.createdAt.toISOString(), row.id]);
}

/** A letter with its text, or null. */
export async function letterById(db: Reader, id: Id<"letter">): Promise<LetterView | null> {
  const [row] = await db
    .select({
      ...cardColumns,
      bodyText: sql<string>`case when ${isPrivate} then '' else ${letter.bodyText} end`,
      personState: person.state,
    })
    .from(letter)
    .leftJoin(person, eq(person.id, letter.personId))
    .where(eq(letter.id, id));
  if (row === undefined) return null;
  const isWelcome = row.personState === null || row.personState === "active";
  return { ...row, may: { resend: isWelcome && (row.state === "failed" || row.state === "kept") } };
}
