/** What a question about people asks for, beside the words that somebody has to have. */
export type PeopleAsked = {
  readonly words: readonly string[];
  readonly site: string | null;
  readonly department: string | null;
};

/** Words with which one asks for people, in English and in French, without accents. They say nothing of whom. */
const ASKING = new Set(
  (
    "who whom whose is are does do can could may knows know known help helps helping with about in at from near of for to " +
    "the a an any anyone anybody someone somebody there people person me us please speaks speak works work working and " +
    "qui que quel quelle est ce sont peut peuvent pourrait sait savent connait connaissent aide aider aiderait avec en a au " +
    "aux dans sur chez pour de du des d la le les l un une quelqu quelque personne personnes y t il elle parle parlent " +
    "travaille travaillent me moi nous et ici"
  ).split(" "),
);

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

function tokensOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];
}

/** The words that tell something: all of them, when none does. */
export function tellingWords(text: string): string[] {
  const tokens = tokensOf(text);
  const telling = tokens.filter((token) => !ASKING.has(token));
  return telling.length > 0 ? telling : tokens;
}

/**
 * Understands "who knows Kafka in Lyon?" and "qui connaît Kafka à Lyon ?": little words aside, a place by its name, and
 * the rest are the words that somebody has to have. What stands in quotes is taken as it is.
 * @param known the names that places have here
 */
export function askedPeople(
  text: string,
  known: { readonly sites: readonly string[]; readonly departments: readonly string[] },
): PeopleAsked {
  if (/["“”«»]/.test(text)) return { words: tokensOf(text), site: null, department: null };
  const tokens = tokensOf(text);
  const site = take(tokens, known.sites);
  const department = take(tokens, known.departments);
  const rest = tokens.filter((token) => !ASKING.has(token));
  const isAboutPlaces = site !== null || department !== null;
  return { words: rest.length > 0 || isAboutPlaces ? rest : tokens, site, department };
}

/** Takes the name of a place out of the tokens, the longest one that is there. */
function take(tokens: string[], names: readonly string[]): string | null {
  const long = names.map((name) => ({ name, parts: tokensOf(name) })).sort((a, b) => b.parts.length - a.parts.length);
  for (const { name, parts } of long) {
    const at = tokens.findIndex((_, n) => parts.length > 0 && parts.every((part, m) => tokens[n + m] === part));
    if (at === -1) continue;
    tokens.splice(at, parts.length);
    return name;
  }
  return null;
}
