import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { english, french } from "@/i18n/messages";

type Branch = { readonly [name: string]: string | Branch };

function sentencesBelow(branch: Branch, path = ""): [string, string][] {
  return Object.entries(branch).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[path + name, value]] : sentencesBelow(value, `${path}${name}.`),
  );
}

const en = new Map(sentencesBelow(english));
const fr = new Map(sentencesBelow(french));

/** The names of what a sentence is told, and its tags. How each language bends to a number is its own affair. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))];
      default:
        return [element.value];
    }
  });
}

/** Every way a sentence may come out, with "X" where an argument stands. */
function outcomes(elements: readonly MessageFormatElement[]): string[] {
  return elements.reduce<string[]>(
    (said, element) => {
      const next = outcomesOf(element);
      return said.flatMap((start) => next.map((end) => start + end));
    },
    [""],
  );
}

function outcomesOf(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal) return [element.value];
  if (element.type === TYPE.tag) return outcomes(element.children);
  if (element.type === TYPE.plural || element.type === TYPE.select) {
    return Object.values(element.options).flatMap(({ value }) => outcomes(value));
  }
  return ["X"];
}

/** What a French printer would mark: no fixed space where one belongs, typewriter quotes, apostrophes and dots. */
function slipsOf(text: string): string[] {
  const bare = text.replaceAll(/\b[a-z]+:\/\/\S+|\b\d{1,2}:\d{2}\b/g, "X");
  const rules: [RegExp, string][] = [
    [/[^\u202f?!][;?!]/u, "no narrow no-break space (U+202F) before ; ? !"],
    [/[^\u00a0\u202f]:(?!\w)/u, "no no-break space (U+00A0) before :"],
    [/«[^\u00a0\u202f]/u, "no no-break space after «"],
    [/[^\u00a0\u202f]»/u, "no no-break space before »"],
    [/"/u, "typewriter quotes: « … »"],
  ];
  return rules.filter(([slip]) => slip.test(bare)).map(([, said]) => `${said}: ${text}`);
}

/** Longer than a name or a word that French took over: alike in both languages, it is not translated. */
const LONG = 24;

/** Words kept for every room to share, and refusals, whose keys come out of the code as data. */
const FOUND_OTHERWISE = ["common.", "refusals.", "fault."];

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

const rooms = Object.keys(english).join("|");

/** Every literal that is a key, and the fixed start of every template that makes one. */
function keysInSource(): { literals: Set<string>; starts: Set<string> } {
  const literals = new Set<string>();
  const starts = new Set<string>();
  for (const file of filesBelow("src", /\.tsx?$/)) {
    const source = readFileSync(file, "utf8");
    for (const [, key = ""] of source.matchAll(new RegExp(`["'\`]((?:${rooms})\\.[\\w.-]+)["'\`]`, "g")))
      literals.add(key);
    for (const [, start = ""] of source.matchAll(new RegExp(`\`((?:${rooms})\\.[\\w.-]*)\\$\\{`, "g")))
      starts.add(start);
  }
  return { literals, starts };
}

const SPOKEN = new Set([
  "title",
  "aria-label",
  "aria-description",
  "placeholder",
  "alt",
  "label",
  "hint",
  "legend",
  "lead",
]);
/** The formats that people type, the same in every language. */
const ALLOWED_TEXT = new Set(["Markdown", "Levain"]);

type Said = ts.JsxText | ts.StringLiteralLike | ts.TemplateHead;

/** The strings that an expression may come out as. */
function stringsOf(node: ts.Node | undefined): Said[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isTemplateExpression(node)) return [node.head];
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) return stringsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...stringsOf(node.whenTrue), ...stringsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...stringsOf(node.left), ...stringsOf(node.right)];
  return [];
}

/** What a piece of JSX says to a reader: as text, as a child, or in an attribute that is spoken. */
function saidBy(node: ts.Node): Said[] {
  if (ts.isJsxText(node)) return [node];
  if (ts.isJsxAttribute(node)) return SPOKEN.has(node.name.getText()) ? stringsOf(node.initializer) : [];
  return ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) ? stringsOf(node) : [];
}

/** Text that a reader would see and that no catalogue has. */
function strayWords(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const below = (node: ts.Node): Said[] => [...saidBy(node), ...node.getChildren(source).flatMap(below)];
  const line = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
  return below(source)
    .filter((said) => /\p{L}{2}/u.test(said.text) && !ALLOWED_TEXT.has(said.text.trim()))
    .map((said) => `${file}:${line(said)} ${said.text.trim()}`);
}

describe("the two languages", () => {
  it("have the same sentences", () => {
    expect([...fr.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });

  it("tell each sentence the same things", () => {
    const unlike = [...en].filter(([key, sentence]) => {
      const mine = [...new Set(argumentsOf(parse(sentence)))].toSorted().join(" ");
      const theirs = [...new Set(argumentsOf(parse(fr.get(key) ?? "")))].toSorted().join(" ");
      return mine !== theirs;
    });
    expect(unlike).toEqual([]);
  });

  it("do not share a long sentence, which would be one that nobody translated", () => {
    const wordsOf = (said: string): string => said.replaceAll(/\{[^{}]*\}/g, "");
    const same = [...en].filter(([key, said]) => wordsOf(said).length > LONG && said === fr.get(key));
    expect(same).toEqual([]);
  });

  it("are written with the apostrophes, quotes and dots of print", () => {
    const slips = [...en, ...fr].filter(([, said]) => /\p{L}'\p{L}|"|\.\.\./u.test(said));
    expect(slips).toEqual([]);
  });

  it("use every sentence somewhere", () => {
    const { literals, starts } = keysInSource();
    const unused = [...en.keys()].filter(
      (key) =>
        !literals.has(key) &&
        ![...starts].some((start) => key.startsWith(start)) &&
        !FOUND_OTHERWISE.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

describe("French", () => {
  it("has the spaces that French typography asks for", () => {
    const slips = [...fr].flatMap(([key, said]) =>
      outcomes(parse(said))
        .flatMap(slipsOf)
        .map((slip) => `${key}: ${slip}`),
    );
    expect(slips).toEqual([]);
  });
  it("says “vous” and never “tu”", () => {
    expect([...fr].filter(([, said]) => /(?<!\p{L})(tu|toi|tes)(?!\p{L})/iu.test(said))).toEqual([]);
  });
  it.each([
    ["Vraiment?", 1],
    ["Vraiment\u202f?", 0],
    ["Vraiment\u202f?!", 0],
    ["Référence: X", 1],
    ["Référence\u00a0: X", 0],
    ["à 10:30", 0],
    ["https://exemple.fr", 0],
    ["«mot»", 2],
    ["«\u00a0mot\u00a0»", 0],
  ])("the eye that checks it sees %j", (text, slips) => {
    expect(slipsOf(text)).toHaveLength(slips);
  });
});

describe("the pages", () => {
  it("say nothing that no catalogue has", () => {
    const stray = filesBelow("src", /\.tsx$/).flatMap((file) => strayWords(file, readFileSync(file, "utf8")));
    expect(stray).toEqual([]);
  });
  it.each([
    ["<p>Hello</p>", 1],
    ['<p>{open ? "Open" : "Closed"}</p>', 2],
    ['<img alt="A loaf" />', 1],
    ['<Field label={"Hello " + name} />', 1],
    ['<p className="lead">{t("shell.name")} · {3}</p>', 0],
    ['<Badge tone={good ? "good" : "bad"}>{t("a.b")}</Badge>', 0],
  ])("the eye that checks it sees %s", (page, words) => {
    expect(strayWords("page.tsx", `const page = ${page};`)).toHaveLength(words);
  });
});
