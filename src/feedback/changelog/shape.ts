import { z } from "zod";
import { timeZone } from "@/members/shape";
import { boxesOf } from "@/platform/boxes";
import { idOf } from "@/platform/ids";
import { momentsOf } from "@/platform/wall-time";
import { body, conversationId, files, title } from "@/posts/shape";

export const entryId = idOf<"changelog-entry">();
export type EntryId = z.infer<typeof entryId>;

/** How many ideas one entry tells of at most. */
export const LINKS_MAX = 20;

const ideas = boxesOf(conversationId, LINKS_MAX).default([]);

export const entryShape = z.object({ title, body, files, ideas });
export type EntryInput = z.output<typeof entryShape>;

/** When an entry is to be there: a time of the clocks of a zone, as a form gives it; without one it is there at once. */
export const publishShape = z
  .object({
    at: z.union([z.literal(""), z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)]).default(""),
    zone: timeZone.default("UTC"),
  })
  .transform(({ at, zone }, issue) => {
    if (at === "") return { at: null };
    const [moment] = momentsOf({ day: at.slice(0, 10), time: at.slice(11) }, zone);
    if (moment !== undefined) return { at: moment };
    issue.addIssue({ code: "custom", path: ["at"], message: "field.wrong" });
    return z.NEVER;
  });

/** Above so many new entries the index counts no further. */
export const NEW_MAX = 10;
