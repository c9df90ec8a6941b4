import { pick, type Random, whole } from "./random";

const ENGLISH = (
  "line oven batch steam door seal glass sheet report drawing supplier customer bakery order stock shift week month " +
  "test curve measure repair visit plan meeting question answer idea change result problem cause reason part tool " +
  "screen tablet printer network server spreadsheet script training welcome safety noise light table trolley press"
).split(" ");
const FRENCH = (
  "four fournée vapeur porte joint vitre tôle rapport plan fournisseur client boulangerie commande stock équipe semaine " +
  "essai courbe mesure réparation visite réunion question réponse idée changement résultat problème cause raison pièce " +
  "outil écran tablette imprimante réseau serveur tableur formation accueil sécurité bruit lumière table chariot presse"
).split(" ");
const FIRST = "Ada Léa Tom Zoé Max Eva Noé Ida Leo Mia Sam Ana Jon Lou Kim Eli Nora Hugo Iris Paul Rosa Ivan".split(
  " ",
);
const LAST = "Martin Smith Bernard Jones Petit Taylor Robert Brown Durand Wilson Moreau Evans Simon Thomas".split(" ");

/** A name; the number keeps them apart. */
export function nameOf(random: Random, number: number): string {
  return `${pick(random, FIRST)} ${pick(random, LAST)} ${number}`;
}

/** A few words for a title. */
export function titleOf(random: Random): string {
  const text = Array.from({ length: 3 + whole(random, 5) }, () => pick(random, random() < 0.5 ? ENGLISH : FRENCH)).join(
    " ",
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const SYLLABLES = "ba co du fé gi ho ju ka lo mi nu pra que ri so ta vu wé xi zo".split(" ");
/** How many different words a language has. */
const VOCABULARY = 20_000;

/** A word by its rank: the common ones are words, the rare ones are made of syllables. */
function wordAt(list: readonly string[], rank: number): string {
  const known = list[rank];
  if (known !== undefined) return known;
  let word = "";
  for (let left = rank; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length] ?? "";
  return word;
}

/** A word as often as in life: how often one comes goes down with its rank (Zipf's law, by inversion). */
function zipf(random: Random, list: readonly string[]): string {
  return wordAt(list, Math.floor(VOCABULARY ** random()) - 1);
}

/** A text of a paragraph or three, and its language. */
export function bodyOf(random: Random): { language: "en" | "fr"; body: string } {
  const language = random() < 0.5 ? "en" : "fr";
  const list = language === "en" ? ENGLISH : FRENCH;
  const paragraph = () => `${Array.from({ length: 12 + whole(random, 50) }, () => zipf(random, list)).join(" ")}.`;
  return { language, body: Array.from({ length: 1 + whole(random, 3) }, paragraph).join("\n\n") };
}
