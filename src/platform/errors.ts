/** The six ways in which Levain says no to a person. Anything else is a fault on our side. */
export const REFUSAL_CODES = ["not-found", "not-allowed", "invalid", "conflict", "too-many", "not-yet"] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type RefusalValues = Readonly<Record<string, string | number>>;

/** Messages by field path, as keys of the `refusals` catalogue or as plain zod messages. */
export type FieldProblems = Readonly<Record<string, readonly string[]>>;

/**
 * A refusal is an expected answer, told to the person in their language and never reported as a fault.
 * `key` names a sentence below `refusals.` in the message catalogue; without one the code's own sentence is used.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly code: RefusalCode,
    readonly key: string = code,
    readonly values: RefusalValues = {},
    readonly fields: FieldProblems = {},
  ) {
    super(`${code}: ${key}`);
  }
}

/** True for a refusal made by any bundled copy of this module in the process. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal || (error instanceof Error && error.name === "Refusal" && "code" in error);
}

/** Gives the value, or refuses with *not found*: what one may not see does not exist. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Refusal("not-found");
  return value;
}
