import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import { paths } from "@/paths";

/** On request, and steered by the department R&D; Sophie owns it. */
const LAB = "thermal-lab";
const SOPHIE = "sophie.garnier@demo.levain.example";
const PRIYA = "priya.nair@demo.levain.example";

type SignIn = (context: BrowserContext, email: string) => Promise<void>;

async function as(browser: Browser, signInAs: SignIn, email: string, script = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: script, locale: "en-GB" });
  await signInAs(context, email);
  return context.newPage();
}

test.beforeEach(async ({ levain, named }) => {
  expect(named.space).toBe("shop-floor");
  await levain.sql`update person set locale = 'en'`;
});

test("a member asks for a place, an owner reads why and gives one", async ({
  browser,
  levain,
  signInAs,
  accessible,
}) => {
  const tom = await as(browser, signInAs, PEOPLE.member);
  await tom.goto(`${levain.url}${paths.space(LAB)}`);
  await accessible(tom);
  await tom.getByRole("textbox", { name: "A few words" }).fill("Our fronts bend in winter; you measure heat.");
  await tom.getByRole("button", { name: "Ask for a place" }).click();
  await expect(tom.getByText("You have asked for a place")).toBeVisible();
  await accessible(tom);

  const sophie = await as(browser, signInAs, SOPHIE);
  await sophie.goto(`${levain.url}${paths.space(LAB)}`);
  await accessible(sophie);
  await sophie.getByRole("link", { name: "Read and answer" }).click();
  const request = sophie.getByRole("listitem").filter({ hasText: "Tom Ashworth" });
  await expect(request.getByText("Our fronts bend in winter; you measure heat.")).toBeVisible();
  await accessible(sophie);
  await request.getByRole("textbox", { name: "A word to Tom Ashworth" }).fill("Bring one with you.");
  await request.getByRole("button", { name: "Give a place" }).click();
  await expect(request).toBeHidden();

  await tom.reload();
  await expect(tom.getByRole("button", { name: "Leave" })).toBeVisible();
  await expect(tom.getByRole("link", { name: "Write", exact: true })).toBeVisible();
});

test("a member who was declined reads why, and when to ask again", async ({
  browser,
  levain,
  signInAs,
  accessible,
}) => {
  await levain.sql`insert into space_request (id, space_id, person_id, words, asked_at, answer, answered_at, reply)
    select gen_random_uuid(), s.id, a.person_id, 'Curious.', now() - interval '2 days', 'declined',
      now() - interval '1 day', 'Come when the oven is hot.'
    from space s, person_address a where s.slug = ${LAB} and a.address = 'julien.moreau@demo.levain.example'`;
  const julien = await as(browser, signInAs, "julien.moreau@demo.levain.example");
  await julien.goto(`${levain.url}${paths.space(LAB)}`);
  await expect(julien.getByText("Come when the oven is hot.")).toBeVisible();
  await expect(julien.getByText(/You can ask again from/)).toBeVisible();
  await expect(julien.getByRole("button", { name: "Ask for a place" })).toHaveCount(0);
  await accessible(julien);
});

test("somebody in a group finds herself in the room, reads why, and chooses what she hears with the keyboard alone", async ({
  browser,
  levain,
  signInAs,
  accessible,
}) => {
  const priya = await as(browser, signInAs, PRIYA);
  await priya.goto(`${levain.url}${paths.spaces()}`);
  const row = priya.getByRole("list", { name: "Yours" }).getByRole("listitem").filter({ hasText: "Thermal lab" });
  await expect(row.getByText("Here because of the department R&D")).toBeVisible();
  await accessible(priya);
  await row.getByRole("link", { name: /^Thermal lab/ }).focus();
  await priya.keyboard.press("Enter");
  await expect(priya.getByRole("heading", { level: 1 })).toContainText("Thermal lab");
  await expect(priya.getByText(/You cannot leave, but you can choose to hear nothing/)).toBeVisible();
  await expect(priya.getByRole("button", { name: "Leave" })).toHaveCount(0);

  await expect(async () => {
    await priya.getByLabel(/What you hear of .*: New conversations/).focus();
    await priya.keyboard.press("Enter");
    await expect(priya.getByRole("menuitem", { name: "Nothing" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await priya.getByRole("menuitem", { name: "Nothing" }).focus();
  await priya.keyboard.press("Enter");
  await expect(priya.getByLabel(/What you hear of .*: Nothing/)).toBeVisible();

  await priya.goto(`${levain.url}${paths.settingsSpaces()}`);
  await expect(priya.getByRole("combobox", { name: /What you hear of Thermal lab/ })).toHaveValue("nothing");
  await accessible(priya);
  await priya.goto(`${levain.url}${paths.spaceMembers(LAB)}`);
  await expect(priya.getByText("Here because of the department R&D").first()).toBeVisible();
  await accessible(priya);
  await priya.goto(`${levain.url}${paths.aboutSpace(LAB)}`);
  await expect(priya.getByRole("heading", { name: "Guidelines" })).toBeVisible();
  await accessible(priya);
});

test("an owner lets a group in and lets it go", async ({ browser, levain, signInAs, accessible }) => {
  const host = await as(browser, signInAs, PEOPLE.host);
  await host.goto(`${levain.url}${paths.editSpace("oven-care")}`);
  await accessible(host);
  await host.getByRole("combobox", { name: /Add a group/ }).selectOption("site:Leeds");
  await host.getByRole("button", { name: "Let it bring its people in" }).click();
  const group = host.getByRole("listitem").filter({ hasText: "Site: Leeds" });
  await expect(group).toBeVisible();
  const tom = await as(browser, signInAs, PEOPLE.member);
  await tom.goto(`${levain.url}${paths.space("oven-care")}`);
  await expect(tom.getByText("Here because of the site Leeds").first()).toBeVisible();
  await group.getByRole("button", { name: "Remove Leeds" }).click();
  await expect(group).toBeHidden();
  await tom.reload();
  await expect(tom.getByRole("button", { name: "Join" })).toBeVisible();
});

test("a private space is not found: not in the list, not by its address, not in a title", async ({
  browser,
  levain,
  signInAs,
}) => {
  const [hidden] = await levain.sql<{ slug: string }[]>`select slug from space where visibility = 'private'`;
  const slug = hidden?.slug ?? "";
  expect(slug).toMatch(/^hosts-[0-9a-f]{8}$/);
  const tom = await as(browser, signInAs, PEOPLE.member);
  await tom.goto(`${levain.url}${paths.spaces()}`);
  await expect(tom.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(tom.getByText("Where the hosts prepare their week.")).toHaveCount(0);
  for (const page of [
    paths.space,
    paths.aboutSpace,
    paths.spaceMembers,
    paths.spaceRequests,
    paths.editSpace,
    paths.compose,
  ]) {
    const answer = await tom.goto(`${levain.url}${page(slug)}`);
    expect(answer?.status(), page(slug)).toBe(404);
    expect(await tom.content()).not.toContain("Animateurs");
  }
});

test("without JavaScript one asks, takes it back, joins and chooses what one hears", async ({
  browser,
  levain,
  signInAs,
}) => {
  await levain.sql`delete from space_member using space s where s.id = space_id and s.slug = ${LAB}
    and person_id in (select person_id from person_address where address = ${PEOPLE.member})`;
  await levain.sql`delete from space_request`;
  const tom = await as(browser, signInAs, PEOPLE.member, false);
  await tom.goto(`${levain.url}${paths.space(LAB)}`);
  await tom.getByRole("textbox", { name: "A few words" }).fill("x".repeat(501));
  await tom.getByRole("button", { name: "Ask for a place" }).click();
  const words = tom.getByRole("textbox", { name: "A few words" });
  await expect(words).toHaveAccessibleDescription(/This is too long/);
  await words.fill("May I?");
  await tom.getByRole("button", { name: "Ask for a place" }).click();
  await expect(tom.getByText("You wrote: “May I?”")).toBeVisible();
  await tom.getByRole("button", { name: "Take it back" }).click();
  await expect(tom.getByRole("button", { name: "Ask for a place" })).toBeVisible();

  await tom.goto(`${levain.url}${paths.spaces()}`);
  await tom.getByRole("button", { name: /^Join Oven care/ }).click();
  const yours = tom.getByRole("list", { name: "Yours" }).getByRole("listitem").filter({ hasText: "Oven care" });
  await expect(yours).toBeVisible();
  await yours.locator("summary").click();
  await yours.getByRole("button", { name: "Mentions only" }).click();
  await tom.goto(`${levain.url}${paths.settingsSpaces()}`);
  const level = tom.getByRole("combobox", { name: /What you hear of Oven care/ });
  await expect(level).toHaveValue("mentions");
  await level.selectOption("everything");
  await tom.getByRole("listitem").filter({ hasText: "Oven care" }).getByRole("button", { name: "Save" }).click();
  await expect(tom.getByRole("combobox", { name: /What you hear of Oven care/ })).toHaveValue("everything");
});
