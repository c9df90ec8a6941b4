import type { FieldProblems } from "@/platform/errors";

/**
 * The fields of an input that hold what PostgreSQL takes for no text: the null character, and half of a surrogate pair.
 * @returns the problems by field path, or null for an input without any; one walk without recursion, whatever its depth
 */
export function unstorableIn(input: unknown): FieldProblems | null {
  const problems = new Map<string, readonly string[]>();
  const open: (readonly [path: string, value: unknown])[] = [["", input]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [path, value] = next;
    if (typeof value === "string") {
      if (value.includes("\0") || !value.isWellFormed()) problems.set(path || "_", ["field.characters"]);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) open.push([path === "" ? key : `${path}.${key}`, inner]);
    }
  }
  return problems.size === 0 ? null : Object.fromEntries(problems);
}
