import { and, type SQL, sql } from "drizzle-orm";
import { escapeLike } from "@/platform/database/page";
import { wordQuery } from "@/platform/database/text-search";
import { personWords } from "./schema";

/** A text as names are kept for comparing: in lower case, without accents. */
function fold(text: string): string {
  const bare = text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  return bare.replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss");
}

/** People whose name has each part of a text in it, accents aside: a condition on `person_words`. */
export function namedLike(name: string): SQL {
  const parts = fold(name)
    .split(/\s+/)
    .filter((part) => part !== "");
  const each = parts.map((part) => sql`${personWords.name} like ${`%${escapeLike(part)}%`}`);
  return and(...each) ?? sql`false`;
}

/** More than these are not listed for a search. */
const LISTED_MAX = 1000;

/** The ids of people who have each word of a search in their name, place, title or skills, or its text in their name. */
export function peopleWith(search: string): SQL {
  const words = search.split(/\s+/).map((text) => wordQuery({ text, as: "prefix" }));
  return sql`(select ${personWords.personId} from ${personWords}
      where ${personWords.words} @@ (${sql.join(words, sql` && `)}) limit ${LISTED_MAX})
    union all (select ${personWords.personId} from ${personWords} where ${namedLike(search)} limit ${LISTED_MAX})`;
}
