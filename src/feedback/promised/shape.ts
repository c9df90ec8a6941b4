/** So many days before a promised day whoever promised it is reminded. */
export const REMIND_DAYS = 5;

export const PROMISE_REMINDERS = ["due", "late"] as const;
export type PromiseReminder = (typeof PROMISE_REMINDERS)[number];
