import type { Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";

/** A word that stands in one private room, where only the administrator sits. */
const SECRET = "zanzibarium";

test.beforeEach(async ({ context, levain, signInAs, named }) => {
  expect(named.space).toBe("shop-floor");
  const { sql } = levain;
  await sql`update person set locale = 'en'`;
  await sql`update person set site = 'Lyon', can_help_with = '{Kafka}' where id = ${named.person}`;
  await sql`update conversation set title = 'Les portes fermées', body = 'Nous avons réuni les équipes.',
    body_html = '<p>Nous avons réuni les équipes.</p>', language = 'fr' where id = ${named.post}`;
  await sql`insert into search_word values ('equipes', 1), ('kafka', 1) on conflict do nothing`;
  await sql`insert into space (id, slug, name, visibility, created_at)
    values (gen_random_uuid(), 'vault', 'The vault', 'private', now()) on conflict do nothing`;
  await sql`insert into space_member (space_id, person_id, role, joined_at)
    select s.id, a.person_id, 'owner', now() from space s, person_address a
    where s.slug = 'vault' and a.address = ${PEOPLE.admin} on conflict do nothing`;
  await sql`with talk as (
      insert into conversation (id, kind, author_id, title, body, body_html, created_at, last_activity_at)
      select gen_random_uuid(), 'post', person_id, ${`On ${SECRET}`}, ${SECRET}, ${`<p>${SECRET}</p>`}, now(), now()
      from person_address where address = ${PEOPLE.admin}
        and not exists (select from conversation where title = ${`On ${SECRET}`})
      returning id, created_at
    ) select 1 from talk`;
  await sql`insert into post (id, space_id, kind, last_activity_at)
    select c.id, s.id, 'discussion', c.created_at from conversation c, space s
    where c.title = ${`On ${SECRET}`} and s.slug = 'vault' on conflict do nothing`;
  await signInAs(context, PEOPLE.member);
});

const box = (page: Page) => page.locator("main [data-key='search']");

test("results follow what is typed: by stems, without accents, with slips, by filters, and marked", async ({
  page,
  accessible,
}) => {
  await page.goto("/search");
  await accessible(page);
  await expect(box(page)).toBeFocused();
  const hit = page.getByRole("link", { name: "Les portes fermées" });
  for (const typed of ["fermees", "réunir equi", "equipse", "fermé in:oven-care", '"les équipes"']) {
    await box(page).fill(typed);
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === typed);
    await expect(hit).toBeVisible();
  }
  await expect(page.locator("main mark", { hasText: "équipes" }).first()).toBeVisible();
  await accessible(page);
  await box(page).fill("fermees in:nowhere");
  await expect(page.getByText("There is no space or board “nowhere” that you can read.")).toBeVisible();
  await page.getByRole("link", { name: "Without in:nowhere" }).click();
  await expect(hit).toBeVisible();
});

test("the keys lead there and onward, and what was looked for is remembered here only", async ({ page }) => {
  await page.goto("/settings");
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search", exact: true })).toBeFocused({ timeout: 250 });
  }).toPass();
  await page.keyboard.type("fermees");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=fermees$/);
  await page.getByRole("link", { name: "Les portes fermées" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Les portes fermées");
  await page.goto("/search");
  await page.getByRole("button", { name: "fermees" }).click();
  await expect(page.getByRole("link", { name: "Les portes fermées" })).toBeVisible();
});

test("a person is found by what they can be asked, where they are", async ({ page, accessible, levain, named }) => {
  const [host] = await levain.sql`select display_name as name from person where id = ${named.person}`;
  for (const question of ["who knows Kafka in Lyon?", "Qui connaît kafak à Lyon ?"]) {
    await page.goto(`/people?search=${encodeURIComponent(question)}`);
    await expect(page.getByRole("link", { name: String(host?.name) })).toBeVisible();
    await expect(page.locator("main mark").first()).toHaveText("Kafka");
  }
  await accessible(page);
  await page.goto(`/people/${named.person}`);
  await page.getByRole("link", { name: "Kafka" }).click();
  await expect(page).toHaveURL(/\/people\?search=Kafka$/);
});

for (const kind of ["member", "host"] as const)
  test(`a word of a private room is nothing to a ${kind}`, async ({ page, context, signInAs }) => {
    await signInAs(context, PEOPLE[kind]);
    for (const q of [SECRET, "zanzibar", "zanzibarum", `in:vault ${SECRET}`, `kind:question ${SECRET}`]) {
      await page.goto(`/search?q=${encodeURIComponent(q)}`);
      await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
      await expect(page.getByText("The vault")).toHaveCount(0);
      expect(await page.locator("main a[href^='/posts/']").count()).toBe(0);
    }
  });

test("whoever sits in the private room finds it", async ({ page, context, signInAs }) => {
  await signInAs(context, PEOPLE.admin);
  await page.goto(`/search?q=zanzibar`);
  await expect(page.getByRole("link", { name: `On ${SECRET}` })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a form and its filters do the same", async ({ page }) => {
    await page.goto("/spaces/oven-care");
    await page.getByRole("searchbox", { name: /Search in/ }).fill("fermees");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/search\?q=fermees\+in%3Aoven-care$/);
    await expect(page.getByRole("link", { name: "Les portes fermées" })).toBeVisible();
    await page.getByRole("combobox", { name: "Kind" }).selectOption("person");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/kind%3Aperson/);
  });
});

test("on a small screen nothing is cut off", async ({ page, accessible }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/search?q=fermees+kind%3Aquestion");
  await accessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
