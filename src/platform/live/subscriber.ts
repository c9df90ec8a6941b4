import type { Id } from "@/platform/ids";
import { SIGNALS_MAX } from "./announce";
import type { Signal } from "./heard";
import type { Topic } from "./topic";

/** Who is in a conversation, as its reader is told. */
export type People = { readonly topic: Topic; readonly names: readonly string[]; readonly more: number };

/** One message of a stream. `reload`: what was missed cannot be told any more, so read everything anew. */
export type Message = {
  readonly cursor: string;
  readonly signals: readonly Signal[];
  readonly people: readonly People[];
  readonly reload: boolean;
};

/** Whose stream it is, and what it listens to. */
export type Listening = {
  readonly sessionId: Id<"session">;
  readonly personId: Id<"person">;
  readonly topics: ReadonlySet<Topic>;
  /** Whether others may be told that this person is here. */
  readonly shown: boolean;
};

/**
 * One open stream. What waits to be sent is bounded: a reader that is too slow for more is told to read everything
 * anew, which costs less than telling them each thing.
 */
export class Subscriber {
  private signals: Signal[] = [];
  private readonly people = new Map<Topic, People>();
  private reload = false;
  private still = false;
  private ended = false;
  private readonly ending = Promise.withResolvers<void>();
  private wake: (() => void) | null = null;

  constructor(
    readonly listening: Listening,
    public cursor: string,
  ) {}

  /** Puts something out to be sent. With nothing, that the line lives. */
  push(cursor: string, signals: readonly Signal[] = [], people: readonly People[] = []): void {
    this.cursor = cursor;
    this.still = true;
    this.signals.push(...signals);
    for (const one of people) this.people.set(one.topic, one);
    if (this.signals.length > SIGNALS_MAX) this.startAnew(cursor);
    this.wake?.();
  }

  startAnew(cursor: string): void {
    this.cursor = cursor;
    this.signals = [];
    this.reload = true;
    this.wake?.();
  }

  end(): void {
    this.ended = true;
    this.ending.resolve();
    this.wake?.();
  }

  /** Kept when the stream is over. */
  get over(): Promise<void> {
    return this.ending.promise;
  }

  /** The next message, when there is one; null when the stream is over. */
  async next(): Promise<Message | null> {
    while (!this.ended && !this.still && !this.reload) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.wake = resolve;
      await promise;
      this.wake = null;
    }
    if (this.ended) return null;
    const message = {
      cursor: this.cursor,
      signals: this.signals,
      people: [...this.people.values()],
      reload: this.reload,
    };
    this.signals = [];
    this.people.clear();
    this.reload = false;
    this.still = false;
    return message;
  }
}
