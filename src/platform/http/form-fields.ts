import { TurnedAway } from "./visit";

/** A form as it came, names in order; a name may come more than once. */
export type FormEntries = readonly (readonly [name: string, value: string])[];

/** What the fields say as one object. */
export type FormInput = { [name: string]: FormInput | string | string[] };

const FIELDS_MAX = 500;
const DEPTH_MAX = 5;
const FORBIDDEN = new Set(["__proto__", "prototype", "constructor"]);

/**
 * Reads a form's body: `application/x-www-form-urlencoded` or `multipart/form-data` without files.
 * @throws TurnedAway 415 for other types, 400 for what cannot be read, for files and for more than 500 fields
 */
export async function readForm(contentType: string | null, body: Buffer): Promise<FormEntries> {
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded" && type !== "multipart/form-data")
    throw new TurnedAway(415, "invalid");
  const entries =
    type === "multipart/form-data"
      ? await readMultipart(contentType ?? "", body)
      : [...new URLSearchParams(body.toString("utf8"))];
  if (entries.length > FIELDS_MAX) throw new TurnedAway(400, "tooLarge");
  return entries;
}

async function readMultipart(contentType: string, body: Buffer): Promise<[string, string][]> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => {
      throw new TurnedAway(400, "invalid");
    });
  return [...form].flatMap(([name, value]): [string, string][] => {
    if (typeof value === "string") return [[name, value]];
    // A file input that was left empty comes as a nameless empty file.
    if (value.size === 0 && value.name === "") return [];
    throw new TurnedAway(400, "invalid");
  });
}

/**
 * Makes one object of the fields: `a.b` nests, a repeated name or one that ends in `[]` gives a list. Names that begin
 * with `_` are for the door and left out.
 * @throws TurnedAway 400 for names that reach for a prototype, contradict one another or nest deeper than 5
 */
export function formInput(entries: FormEntries): FormInput {
  const input: FormInput = {};
  for (const [name, value] of entries) {
    if (name.startsWith("_")) continue;
    const isList = name.endsWith("[]");
    place(input, (isList ? name.slice(0, -2) : name).split("."), value, isList);
  }
  return input;
}

function place(input: FormInput, path: readonly string[], value: string, isList: boolean): void {
  if (path.length > DEPTH_MAX || path.some((key) => key === "" || FORBIDDEN.has(key)))
    throw new TurnedAway(400, "invalid");
  const node = path.slice(0, -1).reduce(branch, input);
  const last = path.at(-1) ?? "";
  node[last] = together(Object.hasOwn(node, last) ? node[last] : undefined, value, isList);
}

function branch(node: FormInput, key: string): FormInput {
  const next = Object.hasOwn(node, key) ? node[key] : {};
  if (typeof next !== "object" || Array.isArray(next)) throw new TurnedAway(400, "invalid");
  node[key] = next;
  return next;
}

function together(before: FormInput[string] | undefined, value: string, isList: boolean): string | string[] {
  if (before === undefined) return isList ? [value] : value;
  if (typeof before === "string") return [before, value];
  if (Array.isArray(before)) return [...before, value];
  throw new TurnedAway(400, "invalid");
}

/**
 * What was typed, by field name as the form has it, to show it again. The door's own fields are left out, and so are null
 * characters, which no form of ours sends and no database keeps.
 */
export function typedFields(entries: FormEntries): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [sent, value] of entries) {
    const name = sent.replaceAll("\0", "");
    if (name.startsWith("_")) continue;
    const before = Object.hasOwn(typed, name) ? typed[name] : undefined;
    typed[name] = [...(before ?? []), value.replaceAll("\0", "")];
  }
  return typed;
}
