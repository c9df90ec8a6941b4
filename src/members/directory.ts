import { and, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { escapeLike } from "@/platform/database/page";
import { wordQuery } from "@/platform/database/text-search";
import { peopleVisibleTo } from "./policy";
import { person, personWords } from "./schema";

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

/** The people whom a text query fits best, as cards: a select for whoever shows a few of them beside other things. */
export function matchingPeople(viewer: Viewer, query: string, take: number): SQL {
  return sql`
    select jsonb_build_object('id', ${person.id}, 'displayName', ${person.displayName}, 'title', ${person.title},
      'department', ${person.department}, 'site', ${person.site}, 'claimed', ${person.claimedAt} is not null,
      'photo', person_face(person), 'away', person_away(person, ${now().toISOString()}::timestamptz)) as card
    from ${personWords} join ${person} on ${person.id} = ${personWords.personId}
    where ${personWords.words} @@ ${query}::tsquery and ${person.state} = 'active' and ${peopleVisibleTo(viewer)}
    order by ts_rank('{0.1, 0.3, 0.6, 1}', ${personWords.words}, ${query}::tsquery) desc, ${personWords.name}, ${person.id}
    limit ${take}`;
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
