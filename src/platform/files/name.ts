/** Longer names are cut in the middle of their stem. */
const NAME_MAX = 100;

/** Controls, what turns the direction of writing, and what one system or another takes for more than a name. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029<>:"/\\|?*]+/gu;

/**
 * The name that a file is kept and downloaded under: one line, no path, with an ending that fits what it is.
 * @param given what the sender called it
 * @param extension what the content calls for
 * @param keepsEnding false for a picture, which was made anew in a format of its own
 */
export function fileName(given: string, extension: string, keepsEnding: boolean): string {
  const bare = (given.split(/[/\\]/).at(-1) ?? "").replace(UNSAFE, " ").replace(/\s+/g, " ").trim();
  const { stem, ending } = apart(bare);
  const kept = keepsEnding && ending !== "" ? ending : `.${extension}`;
  const name = stem.replace(/^[.\s]+|[.\s]+$/g, "");
  return `${[...(name === "" ? "file" : name)].slice(0, NAME_MAX - kept.length).join("")}${kept}`;
}

function apart(name: string): { stem: string; ending: string } {
  const match = /^(.*)(\.[a-z0-9]{1,8})$/is.exec(name);
  return { stem: match?.[1] ?? name, ending: match?.[2]?.toLowerCase() ?? "" };
}
