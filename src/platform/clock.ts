import { AsyncLocalStorage } from "node:async_hooks";
import { DAY } from "./durations";

const pinned = new AsyncLocalStorage<() => Date>();

/** The current moment. Everything in Levain asks here, so that a test or a rehearsal can hold the time still. */
export function now(): Date {
  return pinned.getStore()?.() ?? new Date();
}

/**
 * Runs `work` with the clock standing at `at`.
 * @param at the moment that `now()` gives inside
 */
export function at<T>(moment: Date, work: () => T): T {
  return pinned.run(() => new Date(moment), work);
}

/** `days` (may be negative or a fraction) after `moment`. */
export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY);
}
