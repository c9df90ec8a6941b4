import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { type Kind, PAGES, type PageUnderTest, PEOPLE, type Seen, test } from "@tests/support/pages";
import { type Language, messagesOf, overflowOf, patternOf, slipsOf } from "@tests/support/reading";

type Look = { readonly width: 1280 | 390; readonly colours: "light" | "dark"; readonly language: Language };

// The longest file by far: its walks are shared out among the workers, each with its own Levain.
test.describe.configure({ mode: "parallel", timeout: 420_000 });
test.use({ house: "pages" });

const BY_DAY: Look = { width: 1280, colours: "light", language: "en" };

/** Any two of width, colours and language meet in one of these. */
const LOOKS: readonly Look[] = [
  BY_DAY,
  { width: 390, colours: "dark", language: "fr" },
  { width: 1280, colours: "dark", language: "fr" },
  { width: 390, colours: "light", language: "en" },
];

/** How each kind of person walks past every page; those that are most theirs are seen in every look. */
const WALKS: Readonly<Record<Kind, Look>> = {
  nobody: { width: 390, colours: "dark", language: "fr" },
  waiting: { width: 390, colours: "light", language: "en" },
  member: { width: 1280, colours: "dark", language: "fr" },
  host: { width: 390, colours: "light", language: "fr" },
  admin: BY_DAY,
};

/** Who sees most on a page comes last. */
const KINDS: readonly Kind[] = ["nobody", "waiting", "member", "host", "admin"];
const WORDS = { en: messagesOf("en"), fr: messagesOf("fr") };

type InsteadOf = Exclude<Seen, "page">;
/** What the tab says where a page cannot be shown, and the address that one is led to. */
const INSTEAD: Readonly<Record<InsteadOf, { title: string; address: RegExp | null }>> = {
  refused: { title: "members.noEntry.title", address: null },
  missing: { title: "shell.missing.title", address: null },
  "sign-in": { title: "signIn.title", address: /^\/sign-in$/ },
  waiting: { title: "launch.waiting.title", address: /^\/waiting$/ },
  home: { title: "reading.home.title", address: /^\/$/ },
};

test("every page stands in the table", () => {
  const files = readdirSync("src/app", { recursive: true, encoding: "utf8" });
  const pages = files.filter((file) => /(^|\/)(page|not-found)\.tsx$/.test(file));
  expect(PAGES.map(({ file }) => file).sort()).toEqual(pages.sort());
});

for (const look of LOOKS)
  test.describe(nameOf(look), () => {
    test.use(settings(look));
    for (const kind of KINDS) {
      const theirs = PAGES.filter((one) => KINDS.findLast((each) => isShown(one, each)) === kind);
      // The walk of that kind looks at them in this light already.
      if (theirs.length === 0 || look === WALKS[kind]) continue;
      test(`the pages of ${kind}`, async ({ page, context, levain, signInAs, named, accessible }) => {
        await levain.sql`update person set locale = ${look.language}`;
        if (kind !== "nobody") await signInAs(context, PEOPLE[kind]);
        for (const one of theirs)
          await test.step(one.file, async () => {
            await walkTo(page, one, one.address(named), one.seen[kind], look.language);
            await accessible(page);
          });
      });
    }
  });

for (const kind of KINDS) {
  const look = WALKS[kind];
  test.describe(nameOf(look), () => {
    test.use(settings(look));
    test(`every page as ${kind}`, async ({ page, context, levain, signInAs, named, accessible }) => {
      await levain.sql`update person set locale = ${look.language}`;
      if (kind !== "nobody") await signInAs(context, PEOPLE[kind]);
      const looked = new Set<Seen>();
      for (const one of PAGES)
        await test.step(one.file, async () => {
          const seen = one.seen[kind];
          // What stands in place of a page is the same each time: it is looked at once, and from then on asked for.
          if (seen !== "page" && looked.has(seen)) return askFor(page, one, one.address(named), seen, look.language);
          looked.add(seen);
          await walkTo(page, one, one.address(named), seen, look.language);
          await accessible(page);
        });
    });
  });
}

/** Goes to a page and reads it: the right one, whole, in the right language, and no wider than the screen. */
async function walkTo(page: Page, one: PageUnderTest, address: string, seen: Seen, language: Language): Promise<void> {
  const answer = await page.goto(address);
  const said = (what: string) => `${one.file}: ${what}`;
  expect.soft(answer?.status(), said("status")).toBe(seen === "missing" ? 404 : 200);
  const instead = seen === "page" ? null : INSTEAD[seen];
  expect.soft(new URL(page.url()).pathname, said("address")).toMatch(instead?.address ?? new RegExp(`^${address}$`));
  await expect.soft(page.locator("html"), said("language")).toHaveAttribute("lang", language);
  await expect.soft(page, said("tab")).toHaveTitle(tabOf(instead === null ? one.title : instead.title, language));
  await expect.soft(page.locator("h1"), said("one heading of the first rank")).toHaveCount(1);
  expect.soft(await slipsOf(page, language), said("words of another language, or of none")).toEqual([]);
  expect.soft(await overflowOf(page), said("wider than the screen")).toEqual([]);
}

/** Asks for an address of which one sees something else, and reads what comes without showing it. */
async function askFor(page: Page, one: PageUnderTest, address: string, seen: InsteadOf, language: Language) {
  const answer = await page.request.get(address, { headers: { "accept-language": language } });
  const said = (what: string) => `${one.file}: ${what}`;
  const { title, address: led } = INSTEAD[seen];
  expect.soft(answer.status(), said("status")).toBe(seen === "missing" ? 404 : 200);
  expect.soft(new URL(answer.url()).pathname, said("address")).toMatch(led ?? new RegExp(`^${address}$`));
  const html = await answer.text();
  expect.soft(/<html[^>]* lang="(\w+)"/.exec(html)?.[1], said("language")).toBe(language);
  expect.soft(/<title>([^<]*)<\/title>/.exec(html)?.[1], said("tab")).toMatch(tabOf(title, language));
}

function tabOf(title: string | null, language: Language): RegExp {
  const words = title === null ? "{name}" : WORDS[language].get(title);
  if (words === undefined) throw new Error(`no message is called ${title}`);
  return patternOf(`${words} · Levain`);
}

function isShown(one: PageUnderTest, kind: Kind): boolean {
  return one.seen[kind] === "page" || one.seen[kind] === "missing";
}

function settings({ width, colours, language }: Look) {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  return { viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme: colours, locale };
}

function nameOf({ width, colours, language }: Look): string {
  return `${width} px, ${colours}, ${language}`;
}
