import { type Cursor, readCursor } from "./cursor";
import { type Topic, topicShape } from "./topic";

/** A change as it was heard, with the transaction that made it, by which it is told from others and never counted twice. */
export type Signal = { readonly topic: Topic; readonly news: boolean; readonly xact: string };

/** One notification, taken apart. A pulse has neither signals nor people. */
export type Heard = {
  readonly cursor: Cursor;
  readonly signals: readonly Signal[];
  /** Conversations where somebody came or went. */
  readonly people: readonly Topic[];
};

/** Reads what `announce` sent; null for what nobody here sent. */
export function readPayload(payload: string): Heard | null {
  const [below = "", xact = "", at = "", ...marks] = payload.split(" ");
  const cursor = readCursor(`${below}.${at}`);
  if (cursor === null || !/^\d+$/.test(xact)) return null;
  const signals: Signal[] = [];
  const people: Topic[] = [];
  for (const mark of marks) {
    const topic = topicShape.safeParse(mark.slice(1));
    if (!topic.success) return null;
    if (mark.startsWith("?")) people.push(topic.data);
    else signals.push({ topic: topic.data, news: mark.startsWith("+"), xact });
  }
  return { cursor, signals, people };
}
