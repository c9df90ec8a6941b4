import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import type { Id } from "@/platform/ids";
import { doorLetter } from "./schema";
import type { DoorLetterView, OwnDoorLetterView } from "./views";

/** So many stand in the waiting room itself; older ones are a page further. */
const LATEST = 2;

const columns = {
  id: doorLetter.id,
  title: doorLetter.title,
  body: doorLetter.body,
  bodyHtml: doorLetter.bodyHtml,
  language: doorLetter.language,
  by: person.displayName,
  at: doorLetter.writtenAt,
  editedAt: doorLetter.editedAt,
};

/** The letters to those who wait, the latest first. */
export async function doorLetters(db: Reader, page: PageInput): Promise<Page<OwnDoorLetterView>> {
  const key = decodeKey(page.after, momentKey);
  const after =
    key === null
      ? undefined
      : sql`(${doorLetter.writtenAt}, ${doorLetter.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows = await db
    .select(columns)
    .from(doorLetter)
    .leftJoin(person, eq(person.id, doorLetter.writtenBy))
    .where(and(isNull(doorLetter.takenDownAt), after))
    .orderBy(desc(doorLetter.writtenAt), desc(doorLetter.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.at.toISOString(), row.id]);
}

/** The letters that stand in the waiting room. */
export async function latestLetters(db: Reader): Promise<DoorLetterView[]> {
  return (await doorLetters(db, { take: LATEST, after: undefined })).items;
}

/** A letter that stands at the door, or null. */
export async function doorLetterById(db: Reader, id: Id<"door-letter">): Promise<OwnDoorLetterView | null> {
  const [row] = await db
    .select(columns)
    .from(doorLetter)
    .leftJoin(person, eq(person.id, doorLetter.writtenBy))
    .where(and(eq(doorLetter.id, id), isNull(doorLetter.takenDownAt)));
  return row ?? null;
}
