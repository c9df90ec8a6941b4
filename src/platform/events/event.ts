import { z } from "zod";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { type Id, newId } from "@/platform/ids";
import { enqueue, queue } from "@/platform/jobs/boss";
import { announce } from "@/platform/live/announce";
import type { Change } from "@/platform/live/topic";
import { event } from "./schema";

/** A kind of thing that can happen: its name, what it happens to, what it carries, and one sentence for the docs. */
export type EventKind<S extends z.ZodObject> = {
  readonly name: string;
  readonly subject: string;
  readonly shape: S;
  readonly tells: string;
  /** What open pages are told to look at anew, when somebody has it open. */
  touches?(subjectId: string, payload: z.output<S>): readonly Change[];
};

const declared = new Map<string, EventKind<z.ZodObject>>();

/**
 * Declares a kind of event, once, in a room's `events.ts`.
 * @param touches what open pages look at anew when it happens
 */
export function declareEvent<S extends z.ZodObject>(
  name: string,
  subject: string,
  shape: S,
  tells: string,
  touches?: (subjectId: string, payload: z.output<S>) => readonly Change[],
): EventKind<S> {
  const kind: EventKind<S> = { name, subject, shape, tells, ...(touches === undefined ? {} : { touches }) };
  declared.set(name, kind);
  return kind;
}

/** Every declared kind, for docs/events.md and the dispatcher. */
export function declaredEvents(): ReadonlyMap<string, EventKind<z.ZodObject>> {
  return declared;
}

export type EventId = Id<"event">;

/** The work of telling whoever reacts to an event. */
export const dispatch = queue("event", z.object({ eventId: z.uuid() }));

/** Who caused it: a person in a request, or null for Levain itself. */
export type Cause = { readonly tx: Act["tx"]; readonly actor: Act["actor"] | null; readonly requestId: string };

/**
 * Writes an event in the caller's transaction, the job that tells whoever reacts, and the word to open pages.
 * @throws ZodError when the payload is not what was declared
 */
export async function record<S extends z.ZodObject>(
  cause: Cause,
  kind: EventKind<S>,
  subjectId: string,
  payload: z.input<S>,
): Promise<EventId> {
  const id = newId<"event">();
  const content = kind.shape.parse(payload) as z.output<S>;
  await cause.tx.insert(event).values({
    id,
    name: kind.name,
    actorId: cause.actor,
    subject: `${kind.subject}:${subjectId}`,
    payload: content as Record<string, unknown>,
    requestId: cause.requestId,
    at: now(),
  });
  await enqueue(cause.tx, dispatch, { eventId: id });
  await announce(cause.tx, kind.touches?.(subjectId, content) ?? []);
  return id;
}
