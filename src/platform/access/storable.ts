import type { FieldProblems } from "@/platform/errors";

type Place = readonly [path: string, value: unknown];

/**
 * The fields of an input that hold what PostgreSQL takes for no text: the null character, and half of a surrogate pair.
 * @returns the problems by field path, or null for an input without any; one walk without recursion, whatever its depth
 */
export function unstorableIn(input: unknown): FieldProblems | null {
  const problems = new Map<string, readonly string[]>();
  const open: Place[] = [["", input]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [path, value] = next;
    if (typeof value === "string" && !isStorable(value)) problems.set(path || "_", ["field.characters"]);
    for (const inner of partsOf(next)) open.push(inner);
  }
  return problems.size === 0 ? null : Object.fromEntries(problems);
}

function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

function partsOf([path, value]: Place): Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([key, inner]) => [path === "" ? key : `${path}.${key}`, inner]);
}
