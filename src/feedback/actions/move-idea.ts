import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { render } from "@/posts/render";
import type { ConversationId } from "@/posts/shape";
import { roadmapPlace } from "../desk/schema";
import { ideaMoved } from "../events";
import { idea, ideaMove } from "../schema";
import { DATED_STATUSES, type IdeaStatus, type NewMove, phaseOf } from "../shape";
import { lockIdea } from "./lock-idea";

/**
 * Answers an idea: where it stands, in the team's words, and by which day when one is promised. The same status again
 * with new words or another day is an answer too; without either it is none.
 * @throws Refusal `conflict` when somebody else moved it meanwhile, `invalid` for a day that has passed
 */
export async function moveIdea(act: Act, id: ConversationId, input: NewMove): Promise<void> {
  const found = await lockIdea(act, id);
  if (found.status === "merged") throw new Refusal("conflict", "ideaMerged");
  if (input.from !== undefined && input.from !== found.status) throw new Refusal("conflict", "ideaMovedMeanwhile");
  const promisedFor = dayOf(input);
  if (input.status === found.status && input.note === "" && promisedFor === found.promisedFor)
    throw new Refusal("invalid", "nothingSaid", {}, { note: ["field.nothingSaid"] });
  const movedAt = now();
  await act.tx
    .update(idea)
    .set({ status: input.status, promisedFor, ...waitingAfter(found, input.status, movedAt) })
    .where(eq(idea.id, id));
  // In another column of the roadmap it has no place yet.
  if (input.status !== found.status) await act.tx.delete(roadmapPlace).where(eq(roadmapPlace.ideaId, id));
  await act.tx.insert(ideaMove).values({
    id: newId<"idea-move">(),
    ideaId: id,
    fromStatus: found.status,
    toStatus: input.status,
    note: input.note,
    noteHtml: input.note === "" ? "" : render(input.note).bodyHtml,
    promisedFor,
    movedBy: act.actor,
    movedAt,
  });
  await record(act, ideaMoved, id, { from: found.status, to: input.status, promisedFor });
}

/**
 * Since when an idea waits, and when it was first answered. To be under review is no answer yet; what was decided and is
 * open again waits anew.
 */
function waitingAfter(
  before: { waitingSince: Date | null; answeredAt: Date | null },
  status: IdeaStatus,
  at: Date,
): { waitingSince: Date | null; answeredAt: Date | null } {
  if (phaseOf(status) === "waiting") return { waitingSince: before.waitingSince ?? at, answeredAt: before.answeredAt };
  return { waitingSince: null, answeredAt: before.answeredAt ?? at };
}

/** The promised day, where the status has one. Half a day of grace, because it is still today west of here. */
function dayOf(input: NewMove): string | null {
  if (input.promisedFor === "" || !DATED_STATUSES.includes(input.status)) return null;
  if (input.promisedFor < daysAfter(now(), -0.5).toISOString().slice(0, 10))
    throw new Refusal("invalid", "invalid", {}, { promisedFor: ["field.dayPassed"] });
  return input.promisedFor;
}
