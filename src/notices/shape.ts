import type { z } from "zod";
import { idOf } from "@/platform/ids";

export const noticeId = idOf<"notice">();
export type NoticeId = z.infer<typeof noticeId>;

/** What a notice is about; people choose by these how they want to hear of it. */
export const NOTICE_KINDS = [
  "mention",
  "answer",
  "talk",
  "thread",
  "idea",
  "accepted",
  "advice",
  "thanks",
  "help",
  "place",
  "preview",
  "credit",
  "changelog",
  "launch",
  "reaction",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * Why something reaches a person, from the weakest reason to the strongest: who is reached for several hears the
 * strongest, once. `mine` marks what concerns the person themselves.
 */
export const REASONS = [
  { why: "space-thread", kind: "thread" },
  { why: "space-talk", kind: "talk" },
  { why: "follows", kind: "talk" },
  { why: "wrote", kind: "talk" },
  { why: "entry-told", kind: "changelog" },
  { why: "follows-idea", kind: "idea" },
  { why: "voted", kind: "idea" },
  { why: "merged", kind: "idea" },
  { why: "unmerged", kind: "idea" },
  { why: "preview-widened", kind: "preview" },
  { why: "reacted", kind: "reaction" },
  { why: "solved", kind: "accepted" },
  { why: "asked-in", kind: "place", mine: true },
  { why: "let-in", kind: "place", mine: true },
  { why: "adopt-answered", kind: "place", mine: true },
  { why: "adopt-asked", kind: "place", mine: true },
  { why: "hosts", kind: "place", mine: true },
  { why: "note-told", kind: "place", mine: true },
  { why: "note-answered", kind: "place", mine: true },
  { why: "missed-asked", kind: "launch", mine: true },
  { why: "looked-back", kind: "launch", mine: true },
  { why: "gates-fell", kind: "launch", mine: true },
  { why: "webhook-off", kind: "launch", mine: true },
  { why: "space-mentioned", kind: "mention", mine: true },
  { why: "opened", kind: "answer", mine: true },
  { why: "promise-due", kind: "idea", mine: true },
  { why: "promise-late", kind: "idea", mine: true },
  { why: "preview-started", kind: "preview", mine: true },
  { why: "preview-withdrawn", kind: "preview", mine: true },
  { why: "credit-asked", kind: "credit", mine: true },
  { why: "own-idea", kind: "idea", mine: true },
  { why: "not-meant", kind: "idea", mine: true },
  { why: "replied", kind: "answer", mine: true },
  { why: "accepted", kind: "accepted", mine: true },
  { why: "expect-asked", kind: "launch", mine: true },
  { why: "plan-closed", kind: "launch", mine: true },
  { why: "thanked", kind: "thanks", mine: true },
  { why: "help-answered", kind: "help", mine: true },
  { why: "help-asked", kind: "help", mine: true },
  { why: "advice", kind: "advice", mine: true },
  { why: "mentioned", kind: "mention", mine: true },
] as const satisfies readonly { why: string; kind: NoticeKind; mine?: true }[];
export type Why = (typeof REASONS)[number]["why"];

/** The bell counts up to here; what is above is "99+". */
export const COUNT_MAX = 100;
