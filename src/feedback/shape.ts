import { z } from "zod";
import { personId } from "@/members/shape";
import { idOf } from "@/platform/ids";
import { body, title } from "@/posts/shape";

export const boardId = idOf<"board">();
export type BoardId = z.infer<typeof boardId>;

export const IDEA_STATUSES = [
  "open",
  "under-review",
  "planned",
  "in-progress",
  "in-preview",
  "shipped",
  "not-now",
] as const;
export type IdeaStatus = (typeof IDEA_STATUSES)[number];
export const ideaStatus = z.enum(IDEA_STATUSES);

/** How much a voter needs it: would like it, needs it, is blocked without it. */
export const NEEDS = ["like", "need", "blocked"] as const;
export type Need = (typeof NEEDS)[number];

export const voteReason = z.string().trim().max(500);
export const newIdeaShape = z.object({ title, body, onBehalfOf: personId.optional() });
export const voteShape = z.object({ need: z.enum(NEEDS), reason: voteReason.default("") });

export const statusNote = z.string().trim().max(4000);

/** A "not now" without a reason, or a "planned" without a day, is no answer. */
export const moveIdeaShape = z
  .object({
    status: ideaStatus,
    note: statusNote.default(""),
    promisedFor: z.union([z.iso.date(), z.literal("")]).default(""),
  })
  .superRefine((move, issue) => {
    if (move.status === "not-now" && move.note === "")
      issue.addIssue({ code: "custom", path: ["note"], message: "reasonNeeded" });
    if (move.status === "planned" && move.promisedFor === "")
      issue.addIssue({ code: "custom", path: ["promisedFor"], message: "dayNeeded" });
  });
