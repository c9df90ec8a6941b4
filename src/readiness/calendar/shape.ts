import { z } from "zod";
import { dayShape } from "@/platform/day";
import { DAY } from "@/platform/durations";
import { idOf } from "@/platform/ids";

export const entryId = idOf<"calendar-entry">();

/**
 * `leave`: days that are skipped. `event`: something that draws visitors. `quiet`: five working days in which the team
 * announces nothing. `council`: the works council's step. `answering`: who answers what is written.
 */
export const ENTRY_KINDS = ["leave", "event", "quiet", "council", "answering"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export const ENTRY_NAME_MAX = 120;
/** Leave that lasts longer than this is a slip of the pen. */
const DAYS_MAX = 92;

/** One line as it is entered. Without a last day it is one day long; the quiet week lasts from Monday to Friday. */
export const newEntryShape = z
  .object({
    kind: z.enum(ENTRY_KINDS),
    name: z.string().trim().min(1).max(ENTRY_NAME_MAX),
    site: z.string().trim().max(80).default(""),
    from: dayShape,
    until: z.union([z.literal(""), dayShape]).default(""),
  })
  .transform(({ until, ...entry }) => ({
    ...entry,
    site: entry.kind === "leave" ? entry.site : "",
    until: entry.kind === "quiet" ? dayAfter(entry.from, 4) : until === "" ? entry.from : until,
  }))
  .superRefine(({ kind, from, until }, wrong) => {
    const days = (Date.parse(until) - Date.parse(from)) / DAY + 1;
    if (days < 1) wrong.addIssue({ code: "custom", path: ["until"], message: "field.beforeFrom" });
    if (days > DAYS_MAX) wrong.addIssue({ code: "custom", path: ["until"], message: "field.leaveLong" });
    const isMonday = new Date(Date.parse(from)).getUTCDay() === 1;
    if (kind === "quiet" && !isMonday) wrong.addIssue({ code: "custom", path: ["from"], message: "field.quietMonday" });
  });
export type NewEntry = z.output<typeof newEntryShape>;

function dayAfter(from: string, days: number): string {
  const at = Date.parse(from);
  return Number.isNaN(at) ? from : new Date(at + days * DAY).toISOString().slice(0, 10);
}
