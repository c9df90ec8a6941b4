import { z } from "zod";
import { personId } from "@/members/shape";
import { personCard } from "@/members/views";
import { conversationId } from "@/posts/shape";

/** A piece of text, marked where it is what was looked for. */
const piece = z.object({ text: z.string(), marked: z.boolean() });
export type Piece = z.output<typeof piece>;

/** A conversation with the passage of it that fits best. */
export const conversationHit = z.object({
  id: conversationId,
  /** A kind of post, or `idea`. */
  kind: z.string(),
  title: z.array(piece),
  place: z.object({ kind: z.enum(["space", "board"]), slug: z.string(), name: z.string() }),
  passage: z.array(piece),
  /** The comment that the passage is of; null for the opening. */
  comment: z.string().nullable(),
  author: z.object({ id: personId, displayName: z.string() }),
  at: z.date(),
  /** How many passages of the conversation fit as well. */
  others: z.number().int(),
  commentCount: z.number().int(),
  answered: z.boolean(),
});
export type ConversationHit = z.output<typeof conversationHit>;

export const spaceHit = z.object({
  slug: z.string(),
  name: z.string(),
  purpose: z.string(),
  memberCount: z.number().int(),
});
export type SpaceHit = z.output<typeof spaceHit>;

/** What was found, and what the search was taken for. */
export const searchView = z.object({
  conversations: z.array(conversationHit),
  next: z.string().nullable(),
  /** How many conversations were found; `more` when there are others that were not looked at. */
  count: z.number().int(),
  more: z.boolean(),
  people: z.array(personCard),
  spaces: z.array(spaceHit),
  /** `meant`: nothing has the words as typed, this is for `shown`. `any`: nothing has all of the words. */
  instead: z.object({ why: z.enum(["meant", "any"]), shown: z.string() }).nullable(),
  /** What a filter names and is not there for the viewer. */
  missing: z.array(z.enum(["in", "from"])),
  choices: z.array(z.object({ slug: z.string(), name: z.string() })),
});
export type SearchView = z.output<typeof searchView>;

/** A value by which people can be narrowed down, with how many of those found have it. */
const facet = z.object({ value: z.string(), label: z.string(), count: z.number().int() });
export type Facet = z.output<typeof facet>;
export const FACETS = ["department", "site", "language", "role", "space"] as const;
export type FacetName = (typeof FACETS)[number];

/** A person who was found, and the fields that have what was looked for. */
export const foundPerson = personCard.extend({
  why: z.array(z.object({ field: z.string(), pieces: z.array(piece) })),
});
export type FoundPerson = z.output<typeof foundPerson>;

export const peopleView = z.object({
  items: z.array(foundPerson),
  next: z.string().nullable(),
  /** How many were found; null when they are too many to be counted at each look. */
  count: z.number().int().nullable(),
  /** Null with the count: then only the values are known. */
  facets: z
    .object({
      department: z.array(facet),
      site: z.array(facet),
      language: z.array(facet),
      role: z.array(facet),
      space: z.array(facet),
    })
    .nullable(),
  values: z.object({ department: z.array(z.string()), site: z.array(z.string()) }),
  /** Places that were understood from the words. */
  understood: z.object({ department: z.string().nullable(), site: z.string().nullable() }),
  /** The words as they may have been meant, when nobody has them as typed. */
  instead: z.string().nullable(),
});
export type PeopleView = z.output<typeof peopleView>;
