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
  "place",
  "reaction",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * Why something reaches a person, from the weakest reason to the strongest: who is reached for several hears the
 * strongest, once.
 */
export const REASONS = [
  { why: "space-thread", kind: "thread" },
  { why: "space-talk", kind: "talk" },
  { why: "follows", kind: "talk" },
  { why: "wrote", kind: "talk" },
  { why: "voted", kind: "idea" },
  { why: "reacted", kind: "reaction" },
  { why: "asked-in", kind: "place" },
  { why: "let-in", kind: "place" },
  { why: "space-mentioned", kind: "mention" },
  { why: "opened", kind: "answer" },
  { why: "own-idea", kind: "idea" },
  { why: "replied", kind: "answer" },
  { why: "accepted", kind: "accepted" },
  { why: "thanked", kind: "thanks" },
  { why: "advice", kind: "advice" },
  { why: "mentioned", kind: "mention" },
] as const satisfies readonly { why: string; kind: NoticeKind }[];
export type Why = (typeof REASONS)[number]["why"];

/** The bell counts up to here; what is above is "99+". */
export const COUNT_MAX = 100;
