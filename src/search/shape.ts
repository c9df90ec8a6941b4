import { z } from "zod";
import { role } from "@/members/shape";
import { pageShape } from "@/platform/database/page";

export const QUERY_MAX = 200;

export const searchShape = pageShape.extend({ q: z.string().max(QUERY_MAX).default("") });

const value = z.string().trim().min(1).max(200).optional();

/** A question about people: words, and what they must have besides. */
export const peopleShape = pageShape.extend({
  search: z.string().trim().max(100).default(""),
  department: value,
  site: value,
  language: value,
  role: role.optional(),
  space: value,
});
export type PeopleInput = z.output<typeof peopleShape>;
