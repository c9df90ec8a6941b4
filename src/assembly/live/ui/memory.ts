import type { LiveMessage } from "./changes";

export type LiveSignal = LiveMessage["signals"][number];

/** Changes that are remembered by their number, so that one that is told twice counts once. */
const REMEMBERED = 500;

/** The name of one change. */
function nameOf({ topic, xact }: LiveSignal): string {
  return `${topic} ${xact}`;
}

/** The transaction from which on a page that was drawn there may lack something. */
function horizonOf(since: string): number {
  return Number(since.split(".", 1)[0]);
}

/** What this page was told of, and what of it waits to be shown. */
export class Memory {
  private readonly seen = new Set<string>();
  private readonly waiting = new Map<string, number>();

  get size(): number {
    return this.waiting.size;
  }

  /** Of these changes those that the page neither shows nor was told of; from then on it was. */
  freshOf(signals: readonly LiveSignal[], since: string): LiveSignal[] {
    return signals.filter((signal) => this.isNew(signal, since));
  }

  private isNew(signal: LiveSignal, since: string): boolean {
    const name = nameOf(signal);
    if (this.seen.has(name) || Number(signal.xact) < horizonOf(since)) return false;
    if (this.seen.size > REMEMBERED) this.seen.clear();
    this.seen.add(name);
    return true;
  }

  wait(signal: LiveSignal): void {
    this.waiting.set(nameOf(signal), Number(signal.xact));
  }

  /** The page was drawn again: what it shows now waits no longer. */
  drawnAt(since: string): void {
    const horizon = horizonOf(since);
    for (const [name, xact] of this.waiting) if (xact < horizon) this.waiting.delete(name);
  }

  clear(): void {
    this.waiting.clear();
  }
}
