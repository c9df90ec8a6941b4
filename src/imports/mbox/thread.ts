import { DAY } from "@/platform/durations";

/** Answers without a usable reference belong to the same subject when it was last used this recently. */
export const SUBJECT_WINDOW_DAYS = 45;

/** Where a message stands: its thread's opening and the message that it answers, both as numbers of the forest. */
export type Place = { readonly root: number; readonly parent: number };

const NONE = -1;

/** A list of numbers that grows by doubling, so that a million messages cost bytes and not objects. */
export class Column {
  private values = new Float64Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
  at(index: number): number {
    return this.values[index] ?? NONE;
  }
  set(index: number, value: number): void {
    this.values[index] = value;
  }
}

/**
 * Joins messages into threads, in the order of READINESS: the message named by In-Reply-To, else the nearest known one
 * of References, else the latest earlier one with the same subject within 45 days. The result does not depend on the
 * order in which messages are added, answers may come before what they answer, and loops in the headers are cut.
 * Holds hashes and numbers only, never text.
 */
export class Forest {
  private readonly numbers = new Map<string, number>();
  private readonly subjects = new Map<string, number>();
  /** Per known id: the message that carries it, or NONE while it is only spoken of. */
  private readonly carrier = new Column();
  private readonly times = new Column();
  private readonly subject = new Column();
  private readonly fixed = new Column();
  private readonly idOf = new Column();
  private readonly firstAnswer = new Column();
  private readonly answers = new Column();
  private readonly keys: string[] = [];
  private readonly subjectKeys: string[] = [];
  private parents = new Int32Array(0);
  private tops = new Int32Array(0);

  /** True when a message with this id was added. */
  has(key: string): boolean {
    const id = this.numbers.get(key);
    return id !== undefined && this.carrier.at(id) !== NONE;
  }

  /**
   * Adds a message; a second one with the same key is not added.
   * @param message `key` and `answers` are hashes of Message-IDs, `subject` a hash of the subject key or ""
   * @param isFixed true for a message that already stands in a thread elsewhere: it may be answered, but not moved
   * @returns its number, or null for a duplicate
   */
  add(
    message: { key: string; sentAt: Date; subject: string; answers: readonly string[] },
    isFixed = false,
  ): number | null {
    const id = this.idNumber(message.key);
    if (this.carrier.at(id) !== NONE) return null;
    const number = this.times.length;
    this.carrier.set(id, number);
    this.idOf.push(id);
    this.times.push(message.sentAt.getTime());
    this.subject.push(this.subjectNumber(message.subject));
    this.fixed.push(isFixed ? 1 : 0);
    this.firstAnswer.push(this.answers.length);
    for (const answer of message.answers) this.answers.push(this.idNumber(answer));
    return number;
  }

  get size(): number {
    return this.times.length;
  }

  /** The ids that are answered but carried by no added message: they may be known from an earlier archive. */
  *missing(): Generator<string> {
    for (const [index, key] of this.keys.entries()) if (this.carrier.at(index) === NONE) yield key;
  }

  /** Decides everybody's place; call it once, after the last `add`. */
  resolve(): void {
    const count = this.size;
    this.parents = new Int32Array(count).fill(NONE);
    this.tops = Int32Array.from({ length: count }, (_, index) => index);
    const order = this.canonicalOrder();
    for (const message of order) this.joinByReference(message);
    this.joinBySubject(order);
  }

  place(message: number): Place {
    return { root: this.top(message), parent: this.parents[message] ?? NONE };
  }

  /** For each message, how many lie above it up to its thread's opening; 0 for an opening. */
  depths(): Int32Array {
    const depths = new Int32Array(this.size).fill(NONE);
    const path: number[] = [];
    for (let message = 0; message < this.size; message += 1) {
      let up = message;
      while (up !== NONE && depths[up] === NONE) {
        path.push(up);
        up = this.parents[up] ?? NONE;
      }
      let depth = up === NONE ? NONE : (depths[up] ?? NONE);
      for (let below = path.pop(); below !== undefined; below = path.pop()) {
        depth += 1;
        depths[below] = depth;
      }
    }
    return depths;
  }

  sentAt(message: number): Date {
    return new Date(this.times.at(message));
  }

  /** The hashes under which a message was added. */
  labels(message: number): { key: string; subject: string } {
    return {
      key: this.keys[this.idOf.at(message)] ?? "",
      subject: this.subjectKeys[this.subject.at(message)] ?? "",
    };
  }

  /** By time, then by key: what was sent decides, not where it stands in the file. */
  private canonicalOrder(): Int32Array {
    const keyOf = (message: number) => this.keys[this.idOf.at(message)] ?? "";
    return Int32Array.from({ length: this.size }, (_, index) => index).sort(
      (a, b) => this.times.at(a) - this.times.at(b) || (keyOf(a) < keyOf(b) ? -1 : 1),
    );
  }

  private joinByReference(message: number): void {
    if (this.fixed.at(message) === 1) return;
    const end = message + 1 < this.size ? this.firstAnswer.at(message + 1) : this.answers.length;
    for (let at = this.firstAnswer.at(message); at < end; at += 1) {
      const parent = this.carrier.at(this.answers.at(at));
      if (parent !== NONE && this.join(message, parent)) return;
    }
  }

  private joinBySubject(order: Int32Array): void {
    const latest = new Map<number, number>();
    for (const message of order) {
      const subject = this.subject.at(message);
      if (subject === NONE) continue;
      const earlier = latest.get(subject);
      latest.set(subject, message);
      if (earlier === undefined || this.fixed.at(message) === 1 || this.parents[message] !== NONE) continue;
      const age = this.times.at(message) - this.times.at(earlier);
      if (age <= SUBJECT_WINDOW_DAYS * DAY) this.join(message, earlier);
    }
  }

  /** Hangs a thread's opening below a message of another thread; refuses within the same thread, which would loop. */
  private join(message: number, parent: number): boolean {
    const top = this.top(parent);
    if (top === message || this.parents[message] !== NONE) return false;
    this.parents[message] = parent;
    this.tops[message] = top;
    return true;
  }

  private top(message: number): number {
    let top = message;
    while (this.tops[top] !== top) top = this.tops[top] ?? top;
    let walk = message;
    while (walk !== top) {
      const next = this.tops[walk] ?? top;
      this.tops[walk] = top;
      walk = next;
    }
    return top;
  }

  private idNumber(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const id = this.keys.push(key) - 1;
    this.numbers.set(key, id);
    this.carrier.push(NONE);
    return id;
  }

  private subjectNumber(key: string): number {
    if (key === "") return NONE;
    const known = this.subjects.get(key);
    if (known !== undefined) return known;
    const number = this.subjectKeys.push(key) - 1;
    this.subjects.set(key, number);
    return number;
  }
}
