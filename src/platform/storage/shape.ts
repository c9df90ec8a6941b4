import type { Readable } from "node:stream";

/** A part of a stored thing, in bytes; both ends are in it. */
export type Range = { readonly start: number; readonly end: number };

/** Where the bytes of files lie. A key is a path of plain words; what a key holds never changes. */
export type Storage = {
  /** Where that is, for people: a folder or a bucket. */
  readonly place: string;
  /**
   * Keeps what the stream gives, whole or not at all.
   * @param size how many bytes it will give; one more or less is a fault
   */
  readonly put: (key: string, content: Readable, size: number) => Promise<void>;
  /** The bytes, or a part of them; null when nothing is kept under the key. */
  readonly get: (key: string, range?: Range) => Promise<Readable | null>;
  readonly has: (key: string) => Promise<boolean>;
  /** Forgets what is kept under the key; nothing kept is no fault. */
  readonly remove: (key: string) => Promise<void>;
};
