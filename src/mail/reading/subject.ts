/** What mail programs put before the subject of an answer or of a forwarded mail, in the languages met so far. */
const PREFIX =
  /^(?:re|r|aw|antw|antwort|sv|vs|ref|rép|rep|réf|odp|ynt|ang|vá|bls|atb|fwd?|tr|wg|rv|enc|i|doorst|vl|vb|转发|回复|答复|返信)(?:\s*\[\d+\]|\s*\(\d+\)|\^\d+)?\s*[:：]\s*/iu;
const TAG = /^\[[^\]\n]{1,40}\]\s*/u;
const MUTTERED = /\s*\((?:fwd|was:?[^)]*)\)\s*$/iu;

/**
 * The subject without "Re:", "TR :", "[list]" and the like, for comparing: lower case, single spaces.
 * An empty result matches nothing.
 */
export function subjectKey(subject: string): string {
  const bare = stripPrefixes(subject, () => true).replace(MUTTERED, "");
  const key = bare.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return /^\(?(?:no subject|none|sans objet|kein betreff|sin asunto)\)?$/.test(key) ? "" : key;
}

/** The tags in square brackets that a subject begins with, lower case, without the brackets. */
export function leadingTags(subject: string): string[] {
  const tags: string[] = [];
  stripPrefixes(subject, (tag) => {
    tags.push(tag);
    return true;
  });
  return tags;
}

/**
 * Takes reply marks off the front of a subject, and those tags for which `isNoise` says so.
 * @param isNoise asked with the tag in lower case, without brackets
 */
export function stripPrefixes(subject: string, isNoise: (tag: string) => boolean): string {
  let rest = subject.replace(/\s+/g, " ").trim();
  for (;;) {
    const shorter = rest.replace(PREFIX, "");
    const tag = TAG.exec(shorter)?.[0];
    const next =
      tag !== undefined && isNoise(tag.trim().slice(1, -1).toLowerCase()) ? shorter.slice(tag.length) : shorter;
    if (next === rest) return rest;
    rest = next;
  }
}
