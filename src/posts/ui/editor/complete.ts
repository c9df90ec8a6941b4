import { askNames, askSpaces } from "./ask";
import type { EditorPlace } from "./place";
import type { EditorWords } from "./said";
import { typeIn } from "./type-in";

/** One thing to choose: what is put into the text, how it is called, and what tells it from others. */
type Choice = { readonly insert: string; readonly name: string; readonly more: string };

const PAUSE_MS = 120;
const SHOWN_MAX = 8;

type Change = CustomEvent<{
  key: string;
  text: string;
  provide: (result: Promise<{ matched: boolean; fragment?: HTMLElement }>) => void;
}>;
type Chosen = CustomEvent<{ item: HTMLElement; key: string; value: string | null }>;
type Expander = HTMLElement & { dismiss: () => void };

let emoji: Promise<readonly { emoji: string; names: readonly string[]; words: string }[]> | undefined;

async function emojiLike(text: string): Promise<Choice[]> {
  emoji ??= import("../../emoji/lines").then((module) => module.emojiLines());
  const wanted = plain(text);
  const found = (await emoji).flatMap((one) => {
    const rank = rankOf(one, wanted);
    return rank === 0 ? [] : [{ rank, one }];
  });
  found.sort((a, b) => b.rank - a.rank);
  return found
    .slice(0, SHOWN_MAX)
    .map(({ one }) => ({ insert: one.emoji, name: one.emoji, more: nameOf(one.names, wanted) }));
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A whole name before the beginning of one, that before a part, that before a word that only goes with it. */
function rankOf({ names, words }: { names: readonly string[]; words: string }, wanted: string): number {
  if (names.includes(wanted)) return 4;
  if (names.some((name) => name.startsWith(wanted))) return 3;
  if (names.some((name) => name.includes(`_${wanted}`))) return 2;
  return ` ${words}`.includes(` ${wanted}`) ? 1 : 0;
}

function nameOf(names: readonly string[], wanted: string): string {
  return `:${names.find((name) => name.includes(wanted)) ?? names[0] ?? ""}:`;
}

async function peopleLike(
  place: EditorPlace,
  text: string,
  words: EditorWords,
  signal: AbortSignal,
): Promise<Choice[]> {
  const { people, everyone } = await askNames(place, text, signal);
  const all =
    everyone === null
      ? []
      : [{ insert: `@${everyone.word}`, name: `@${everyone.word}`, more: words.everyone(everyone.count) }];
  const some = people.map((one) => ({
    insert: one.insert,
    name: one.displayName,
    more: [one.title, one.department, one.site].filter((part) => part !== "").join(" · "),
  }));
  return [...all, ...some].slice(0, SHOWN_MAX);
}

async function spacesLike(place: EditorPlace, text: string, signal: AbortSignal): Promise<Choice[]> {
  const spaces = await askSpaces(place, text, signal);
  return spaces.map(({ slug, name }) => ({ insert: `#${slug}`, name, more: `#${slug}` }));
}

function choicesFor(key: string, text: string, ask: Asking): Promise<Choice[]> | null {
  if (key === "@") return text.split(" ").length > 4 ? null : peopleLike(ask.place, text, ask.words, ask.signal);
  if (key === "#") return /^[\p{L}\p{N}-]{1,60}$/u.test(text) ? spacesLike(ask.place, text, ask.signal) : null;
  return /^[\p{L}\p{N}_+-]{2,40}$/u.test(text) ? emojiLike(text) : null;
}

type Asking = { place: EditorPlace; words: EditorWords; signal: AbortSignal };

function listOf(choices: readonly Choice[], label: string): HTMLElement {
  const list = document.createElement("ul");
  list.className = "editor-menu";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  choices.forEach(({ insert, name, more }, n) => {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.id = `editor-choice-${n}`;
    item.dataset.insert = insert;
    const strong = document.createElement("span");
    strong.textContent = name;
    const quiet = document.createElement("span");
    quiet.className = "quiet fine";
    quiet.textContent = more;
    item.append(strong, quiet);
    list.append(item);
  });
  return list;
}

/** A list opens at the caret; on a small screen it takes the width of the text, elsewhere it stays inside the window. */
function keepInSight(list: HTMLElement | null): void {
  if (list === null) return;
  if (window.matchMedia("(width < 40rem)").matches) list.style.left = "";
  const beyond = list.getBoundingClientRect().right - document.documentElement.clientWidth;
  if (beyond > 0) list.style.marginInlineStart = `${-Math.ceil(beyond)}px`;
}

/**
 * Opens a list of people, spaces or emoji while one types after `@`, `#` or `:`. The list is a combobox of
 * `@github/text-expander-element`; what is chosen is typed in, so that undo takes it back.
 * @param say tells a screen reader how many there are
 * @returns what stops it
 */
export function completeIn(
  field: HTMLTextAreaElement,
  place: EditorPlace,
  words: EditorWords,
  say: (text: string) => void,
): () => void {
  const expander = field.closest<Expander>("text-expander");
  if (expander === null) return () => {};
  let asking = new AbortController();
  let asked = "";
  let isInserting = false;

  const change = (event: Event) => {
    const { key, text, provide } = (event as Change).detail;
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    asked = text;
    if (isInserting) return provide(Promise.resolve({ matched: false }));
    const later = async () => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const choices = signal.aborted ? null : await choicesFor(key, text, { place, words, signal });
      if (choices === null || choices.length === 0 || signal.aborted) return { matched: false };
      say(words.choices(choices.length));
      return { matched: true, fragment: listOf(choices, words.choose) };
    };
    // A question that fails, or that a newer one overtook, is no reason to disturb whoever writes.
    provide(later().catch(() => ({ matched: false })));
  };

  const chosen = (event: Event) => {
    event.preventDefault();
    const { item, key } = (event as Chosen).detail;
    const to = field.selectionEnd;
    isInserting = true;
    typeIn(field, { from: to - asked.length - key.length, to, text: `${item.dataset.insert ?? ""} ` });
    isInserting = false;
    expander.dismiss();
    say("");
  };

  // A box of several lines is no combobox to ARIA: it keeps its own role, and points at what is chosen in the list.
  const opened = () =>
    queueMicrotask(() => {
      for (const name of ["role", "aria-expanded"]) field.removeAttribute(name);
      keepInSight(expander.querySelector<HTMLElement>(".editor-menu"));
    });

  expander.addEventListener("text-expander-activate", opened);
  expander.addEventListener("text-expander-change", change);
  expander.addEventListener("text-expander-value", chosen);
  return () => {
    asking.abort();
    expander.removeEventListener("text-expander-activate", opened);
    expander.removeEventListener("text-expander-change", change);
    expander.removeEventListener("text-expander-value", chosen);
  };
}
