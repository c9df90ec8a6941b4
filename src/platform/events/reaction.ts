import type { z } from "zod";
import type { Tx } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import type { EventId, EventKind } from "./event";

/** An event as a reaction is told of it. */
export type Told<S extends z.ZodObject> = {
  readonly id: EventId;
  readonly name: string;
  readonly actorId: Id<"person"> | null;
  /** The id of the thing that it happened to. */
  readonly subjectId: string;
  readonly payload: z.output<S>;
  readonly requestId: string;
  readonly at: Date;
};

/** What one room does when something happened in another; it runs after commit, once an event, in a transaction. */
export type Reaction = {
  readonly name: string;
  readonly on: string;
  readonly run: (tx: Tx, event: Told<z.ZodObject>) => Promise<void>;
};

/** Declares a reaction; the payload is parsed again by the event's own shape before `run` sees it. */
export function reaction<S extends z.ZodObject>(
  name: string,
  on: EventKind<S>,
  run: (tx: Tx, event: Told<S>) => Promise<void>,
): Reaction {
  return {
    name,
    on: on.name,
    run: (tx, event) => run(tx, { ...event, payload: on.shape.parse(event.payload) as z.output<S> }),
  };
}
