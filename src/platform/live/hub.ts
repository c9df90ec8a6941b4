import { reader } from "@/platform/database/client";
import { listen } from "@/platform/database/listener";
import { MINUTE, SECOND } from "@/platform/durations";
import { Refusal } from "@/platform/errors";
import type { Id } from "@/platform/ids";
import { log } from "@/platform/log";
import { CHANNEL, pulse, signalsSince } from "./announce";
import { type Cursor, later, readCursor, writeCursor } from "./cursor";
import { type Heard, readPayload, type Signal } from "./heard";
import { type Listening, type Message, Subscriber } from "./subscriber";
import { type Judge, type News, type Roll, tellAll } from "./tell";
import { partsOf, type Topic } from "./topic";
import { Whereabouts } from "./whereabouts";

export type HubSettings = {
  readonly url: string;
  readonly judge: Judge;
  readonly roll: Roll;
};

/** Signals that come together are judged and told together. */
const GATHER_MS = 30;
const RETRY_MS = 1 * SECOND;
const PULSE_MS = 20 * SECOND;
/** Silence of this length means that the connection is dead, whatever it says. */
const DEAF_MS = 2.5 * PULSE_MS;
/** However quiet it is, a session that is over is found after this time. */
const JUDGED_EVERY_MS = 1 * MINUTE;

const STREAMS_MAX = 5000;
const STREAMS_A_PERSON_MAX = 16;

/**
 * Where one process hears what was announced in all of them, and hands it to those who listen here. One connection
 * listens, however many streams are open; one judgement is passed for all of them.
 */
export class Hub {
  private readonly open = new Set<Subscriber>();
  private readonly byTopic = new Map<Topic, Set<Subscriber>>();
  private signals: Signal[] = [];
  private people = new Set<Topic>();
  private cursor: Cursor = { below: 0n, at: 0 };
  private pulsed = false;
  private lastHeard = 0;
  private lastJudged = 0;
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> | null = null;
  /** Where hearing stopped, while what was missed since is not read yet. */
  private gap: Cursor | null = { below: 0n, at: 0 };
  /** Kept when the database listens to us for the first time: what is announced before goes unheard. */
  private readonly began = Promise.withResolvers<void>();
  private closed = false;
  private readonly whereabouts = new Whereabouts();
  private readonly pulsing: NodeJS.Timeout;
  private readonly listener: ReturnType<typeof listen>;

  constructor(private readonly settings: HubSettings) {
    this.lastHeard = performance.now();
    this.listener = listen(settings.url, CHANNEL, {
      heard: (payload) => this.hear(payload),
      lost: () => {
        this.gap ??= this.cursor;
      },
      ready: () => {
        this.began.resolve();
        void this.catchUp(this.gap ?? this.cursor);
      },
    });
    this.pulsing = setInterval(() => void this.pulse(), PULSE_MS);
    this.pulsing.unref();
  }

  get size(): number {
    return this.open.size;
  }

  /**
   * Opens a stream. What was announced since `since` comes first, then what comes, until the signal says stop, the
   * session ends, or the process does.
   * @throws Refusal `too-many` when the person or this process has as many streams as it may
   */
  async *stream(listening: Listening, since: string | null, stop: AbortSignal): AsyncGenerator<Message, void> {
    this.demandRoom(listening.personId);
    const from = readCursor(since);
    const subscriber = new Subscriber(listening, writeCursor(from ?? this.cursor));
    const end = () => subscriber.end();
    stop.addEventListener("abort", end, { once: true });
    this.enter(subscriber);
    try {
      if (stop.aborted || this.closed) return;
      await Promise.race([this.began.promise, subscriber.over]);
      await this.whereabouts.came(listening);
      await this.bringUpToDate(subscriber, from);
      for (let message = await subscriber.next(); message !== null; message = await subscriber.next()) yield message;
    } finally {
      stop.removeEventListener("abort", end);
      this.leave(subscriber);
      if (!this.closed) await this.whereabouts.went(listening, this.listenings());
    }
  }

  private listenings(): Listening[] {
    return [...this.open].map((one) => one.listening);
  }

  /** Ends every stream; their readers go on elsewhere from where they are. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.pulsing);
    clearTimeout(this.timer);
    for (const one of this.open) one.end();
    await this.telling;
    await Promise.all([this.listener.close(), this.whereabouts.close()]);
  }

  private demandRoom(person: Id<"person">): void {
    let mine = 0;
    for (const { listening } of this.open) mine += Number(listening.personId === person);
    if (mine < STREAMS_A_PERSON_MAX && this.open.size < STREAMS_MAX) return;
    throw new Refusal("too-many", "tooMany", { seconds: 60 });
  }

  private enter(subscriber: Subscriber): void {
    this.open.add(subscriber);
    for (const topic of subscriber.listening.topics) {
      const those = this.byTopic.get(topic) ?? new Set();
      this.byTopic.set(topic, those.add(subscriber));
    }
  }

  private leave(subscriber: Subscriber): void {
    this.open.delete(subscriber);
    for (const topic of subscriber.listening.topics) {
      const those = this.byTopic.get(topic);
      those?.delete(subscriber);
      if (those?.size === 0) this.byTopic.delete(topic);
    }
  }

  /** The stream is entered before this looks back, so that nothing falls between; what is told twice has one `xact`. */
  private async bringUpToDate(subscriber: Subscriber, from: Cursor | null): Promise<void> {
    const { topics, personId } = subscriber.listening;
    const talks = [...topics].filter((topic) => partsOf(topic).kind === "conversation");
    const [missed, roll] = await Promise.all([
      from === null ? [] : signalsSince(reader(), [...topics], from),
      talks.length === 0 ? null : this.settings.roll(talks),
    ]);
    const people = roll === null ? [] : talks.map((topic) => roll(topic, personId));
    if (missed === null) subscriber.startAnew(writeCursor(this.cursor));
    subscriber.push(subscriber.cursor, missed ?? [], people);
  }

  private hear(payload: string): void {
    const heard = readPayload(payload);
    this.lastHeard = performance.now();
    if (heard === null) log().warn("a notification that nobody here sent was passed over");
    else this.take(heard);
  }

  private take({ cursor, signals, people }: Heard): void {
    this.cursor = later(this.cursor, cursor);
    this.signals.push(...signals.filter(({ topic }) => this.byTopic.has(topic)));
    for (const topic of people) if (this.byTopic.has(topic)) this.people.add(topic);
    if (signals.length === 0 && people.length === 0) this.pulsed = true;
    this.tellSoon(GATHER_MS);
  }

  /** After a gap in listening: what was announced meanwhile is read from what is kept. Nothing is told before. */
  private async catchUp(from: Cursor): Promise<void> {
    try {
      await pulse(reader());
      const missed =
        this.open.size === 0 || from.below === 0n ? [] : await signalsSince(reader(), [...this.byTopic.keys()], from);
      this.gap = null;
      if (missed === null) for (const one of this.open) one.startAnew(writeCursor(this.cursor));
      else if (missed.length > 0) this.take({ cursor: from, signals: missed, people: [] });
    } catch (error) {
      log().warn({ err: error }, "what was missed while not listening could not be read");
      this.listener.renew();
    }
  }

  private async pulse(): Promise<void> {
    if (performance.now() - this.lastHeard > DEAF_MS) {
      log().warn("the connection that listens has gone deaf; it is replaced");
      this.lastHeard = performance.now();
      this.listener.renew();
    }
    try {
      await pulse(reader());
      await this.whereabouts.keep(this.listenings());
    } catch (error) {
      log().warn({ err: error }, "no pulse went out");
    }
  }

  private tellSoon(ms: number): void {
    if (this.timer !== undefined || this.closed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      // One telling at a time, so that no cursor overtakes the signals before it.
      if (this.telling !== null || this.gap !== null) return this.tellSoon(GATHER_MS);
      this.telling = this.tell().finally(() => {
        this.telling = null;
      });
    }, ms);
  }

  private async tell(): Promise<void> {
    const [signals, people, pulsed] = [this.signals, this.people, this.pulsed];
    const cursor = writeCursor(this.cursor);
    [this.signals, this.people, this.pulsed] = [[], new Set(), false];
    try {
      await this.judgeAndTell({ cursor, signals, people });
      if (pulsed) for (const one of this.open) one.push(cursor);
    } catch (error) {
      log().warn({ err: error }, "signals could not be judged; they wait");
      this.signals = [...signals, ...this.signals];
      for (const topic of people) this.people.add(topic);
      this.pulsed ||= pulsed;
      this.tellSoon(RETRY_MS);
    }
  }

  private async judgeAndTell(news: News): Promise<void> {
    const isDue = performance.now() - this.lastJudged > JUDGED_EVERY_MS;
    await tellAll(this.settings, news, (topic) => this.byTopic.get(topic) ?? [], isDue ? this.open : []);
    if (isDue) this.lastJudged = performance.now();
  }
}
