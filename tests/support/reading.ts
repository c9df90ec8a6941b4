import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";

export type Language = "en" | "fr";

const FOLDER = "src/i18n/messages";
const files = readdirSync(path.join(FOLDER, "en")).map((file) => path.basename(file, ".json"));

/** Messages that also stand on a page as what somebody was sent, in the language of whoever was written to. */
const SENT = /^(demo\.|mail\..*subject$)/;

/** Every message of a language by its key. */
export function messagesOf(language: Language): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (prefix: string, node: unknown) => {
    if (typeof node === "string") found.set(prefix, node);
    else for (const [key, value] of Object.entries(node as object)) walk(prefix ? `${prefix}.${key}` : key, value);
  };
  for (const file of files)
    walk(roomOf(file), JSON.parse(readFileSync(path.join(FOLDER, language, `${file}.json`), "utf8")));
  return found;
}

/** The namespace of a file of messages: `sign-in.json` is `signIn`. */
function roomOf(file: string): string {
  return file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const english = messagesOf("en");
const french = messagesOf("fr");

/** A message as a pattern: what ICU fills in may be anything. */
export function patternOf(message: string): RegExp {
  const parts = message.split(/\{[^{}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "u");
}

/** The whole messages of the other language, which a page in this one must not say. */
function foreign(language: Language): ReadonlySet<string> {
  const [own, other] = language === "fr" ? [french, english] : [english, french];
  const said = new Set(own.values());
  const strange = [...other].filter(([key, words]) => !SENT.test(key) && !words.includes("{") && !said.has(words));
  return new Set(strange.map(([, words]) => words.trim()));
}

const FOREIGN = { en: foreign("en"), fr: foreign("fr") };
const KEY = new RegExp(`(?:^|[\\s"'(])(?:${files.map(roomOf).join("|")})(?:\\.[a-z][A-Za-z0-9-]*)+(?=$|[\\s"'),])`);
/** Braces of ICU that reached the reader. */
const UNFILLED = /\{[a-zA-Z]+(?:,[^}]*)?\}/;

/** Everything that a page says by itself: its text and its labels, without what people wrote. */
async function phrases(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = [];
    const own = (element: Element | null) =>
      element !== null && element.closest(".prose, script, noscript, style, textarea") === null;
    const inLanguage = (element: Element | null) =>
      element?.closest("[lang]")?.getAttribute("lang") === document.documentElement.lang;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (own(node.parentElement) && inLanguage(node.parentElement)) words.push(node.textContent ?? "");
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
      for (const name of ["aria-label", "title", "placeholder", "alt"]) words.push(element.getAttribute(name) ?? "");
    return words.map((phrase) => phrase.trim()).filter((phrase) => phrase !== "");
  });
}

/** What a page says that no reader of its language should read: other languages, names of messages, unfilled places. */
export async function slipsOf(page: Page, language: Language): Promise<string[]> {
  const said = await phrases(page);
  return said.filter((phrase) => FOREIGN[language].has(phrase) || KEY.test(phrase) || UNFILLED.test(phrase));
}

/** Whatever reaches beyond the right edge, when that makes the page scroll sideways. */
export async function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth} > ${clientWidth}`, ...beyond.slice(-3).map((element) => element.outerHTML.slice(0, 160))];
  });
}
