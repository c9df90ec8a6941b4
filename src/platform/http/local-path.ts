const MAX = 2000;

/** A stand-in origin: what a path resolves to on it says whether it would leave ours. */
const HERE = "http://levain.invalid";

/**
 * A path of our own (`/spaces?x=1#y`), or null for anything that could lead elsewhere: other origins, `//host`, `/\host`,
 * control characters, which browsers drop before they read a URL (WHATWG URL, section 4.4). Used for every redirect
 * whose target came with a request.
 */
export function localPath(text: unknown): string | null {
  if (typeof text !== "string" || text.length > MAX || !/^\/(?![/\\])/.test(text)) return null;
  if (hasUnsafeCharacter(text) || !URL.canParse(text, HERE)) return null;
  const url = new URL(text, HERE);
  if (url.origin !== HERE || url.pathname.startsWith("//")) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Controls, spaces and backslashes have no place in a path; what means one of them comes percent-encoded. */
function hasUnsafeCharacter(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u0020\u007f-\u00a0\\\u2028\u2029\ufeff]/.test(text);
}

/**
 * Fills `{key}` in a path with what a procedure answered: `/posts/{post}` and `{post: "1"}` give `/posts/1`.
 * Gives null when a key is missing or the outcome is not a path of ours.
 */
export function filledPath(template: unknown, result: unknown): string | null {
  if (typeof template !== "string") return null;
  const values = typeof result === "object" && result !== null ? new Map(Object.entries(result)) : new Map();
  let complete = true;
  const path = template.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (_, key: string) => {
    const value: unknown = values.get(key);
    if (typeof value === "string" || typeof value === "number") return encodeURIComponent(value);
    complete = false;
    return "";
  });
  return complete ? localPath(path) : null;
}
