import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { Id } from "@/platform/ids";
import { enqueue } from "@/platform/jobs/boss";
import { letterResent } from "../events";
import { letters } from "../queue";
import { letter } from "../schema";

/**
 * Puts a letter that failed, or was kept, on the way again.
 * @throws Refusal `conflict` when it left, or waits already; `not-allowed` when its person is suspended or has left
 */
export async function resendLetter(act: Act, id: Id<"letter">): Promise<void> {
  const [row] = await act.tx
    .update(letter)
    .set({ state: "waiting", attempts: 0, problem: "" })
    .where(and(eq(letter.id, id), inArray(letter.state, ["failed", "kept"])))
    .returning({ personId: letter.personId });
  if (row === undefined) throw new Refusal("conflict", "letterSent");
  const [unwelcome] = await act.tx
    .select({ id: person.id })
    .from(person)
    .where(and(sql`${person.id} = ${row.personId}`, ne(person.state, "active")));
  if (unwelcome !== undefined) throw new Refusal("not-allowed", "inviteSuspendedOne");
  await enqueue(act.tx, letters, { letterId: id });
  await record(act, letterResent, id, {});
}
