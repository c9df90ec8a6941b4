import { and, eq, isNull } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { type Cause, record } from "@/platform/events/event";
import { placeAnswered } from "../events";
import { spaceRequest } from "../schema";
import type { RequestAnswer, SpaceId } from "../shape";

/** Whose wish, and for which space. */
export type Asked = { readonly spaceId: SpaceId; readonly personId: PersonId };

/** Closes an open wish. @returns whether there was one */
export async function closeRequest(cause: Cause, asked: Asked, answer: RequestAnswer, reply: string): Promise<boolean> {
  const [row] = await cause.tx
    .update(spaceRequest)
    .set({ answer, reply, answeredAt: now(), answeredBy: cause.actor })
    .where(
      and(
        eq(spaceRequest.spaceId, asked.spaceId),
        eq(spaceRequest.personId, asked.personId),
        isNull(spaceRequest.answer),
      ),
    )
    .returning({ id: spaceRequest.id });
  if (row === undefined) return false;
  await record(cause, placeAnswered, asked.spaceId, { personId: asked.personId, requestId: row.id, answer });
  return true;
}
