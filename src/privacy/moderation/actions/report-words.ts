import { and, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { moderationCase, report } from "@/posts/moderation/schema";
import type { ReportInput } from "@/posts/moderation/shape";
import type { LoadedThing } from "../thing";
import { openCase } from "./open-case";

/**
 * Brings words to the hosts. There is no event of it: the trail of events names who did what, and is read by people who
 * may be the ones reported. The report itself says who and when.
 * @throws Refusal `conflict` when the person reported it before
 */
export async function reportWords(act: Act, thing: LoadedThing, input: ReportInput): Promise<void> {
  const before = await openCase(act, thing);
  const reportedAt = now();
  const [made] = await act.tx
    .insert(report)
    .values({ caseId: thing.id, personId: act.actor, ...input, reportedAt })
    .onConflictDoNothing()
    .returning({ at: report.reportedAt });
  if (made === undefined) throw new Refusal("conflict", "alreadyReported");
  const grave = input.reason === "harassment";
  const anew = before.settledAt === null ? {} : { openedAt: reportedAt, settledAt: null, grave };
  await act.tx
    .update(moderationCase)
    .set({
      reportCount: sql`${moderationCase.reportCount} + 1`,
      ...(grave ? { grave } : {}),
      ...anew,
    })
    .where(and(eq(moderationCase.id, thing.id)));
}
