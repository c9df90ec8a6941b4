import type { QuietHours } from "../wishes/hours";
import { afterQuiet } from "../wishes/hours";
import type { Way } from "../wishes/shape";

/** Why a mail was written, waits, or never came: what the person is told, and admins count. */
export const DECISIONS = [
  "mailed",
  "quiet-hours",
  "in-digest",
  "bell-only",
  "read",
  "removed",
  "not-visible",
  "left",
  "no-address",
  "bounced",
  "nothing-new",
] as const;
export type DecisionReason = (typeof DECISIONS)[number];

/** What is known of one notice when its wait is over. */
export type Pending = {
  /** False when the person is suspended or has left. */
  readonly active: boolean;
  /** Whether they may read it, now. */
  readonly visible: boolean;
  /** Whether it still waits for them: not read meanwhile. */
  readonly waits: boolean;
  /** Whether anything of it is still there. */
  readonly there: boolean;
  readonly way: Way;
  readonly address: string | null;
  /** Whether the last letters to that address came back. */
  readonly bounced: boolean;
  readonly timeZone: string;
  readonly quiet: QuietHours;
};

export type Decided =
  | { readonly reason: "mailed" }
  | { readonly reason: "quiet-hours"; readonly until: Date }
  | { readonly reason: Exclude<DecisionReason, "mailed" | "quiet-hours"> };

/** Whether a mail is written now, later, or never, and why: the first reason that holds. */
export function decide(pending: Pending, at: Date): Decided {
  if (!pending.active) return { reason: "left" };
  if (!pending.visible) return { reason: "not-visible" };
  if (!pending.there) return { reason: "removed" };
  if (!pending.waits) return { reason: "read" };
  if (pending.way === "bell" || pending.way === "nothing") return { reason: "bell-only" };
  if (pending.way === "digest") return { reason: "in-digest" };
  if (pending.address === null) return { reason: "no-address" };
  if (pending.bounced) return { reason: "bounced" };
  const until = afterQuiet(at, pending.timeZone, pending.quiet);
  return until > at ? { reason: "quiet-hours", until } : { reason: "mailed" };
}
