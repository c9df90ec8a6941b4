import type { Page } from "@playwright/test";
import { expect, type Levain } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";

test.describe.configure({ mode: "serial" });

const WORDS = "Every second week, with citric acid.";

/** The latest mail about one conversation: other journeys on the same Levain write to the same people. */
async function letterTo(levain: Levain, address: string, conversation: string) {
  const [row] = await levain.sql<{ subject: string; body_text: string; headers: Record<string, string> }[]>`
    select l.subject, l.body_text, l.headers from letter l where l.kind = 'notice' and l.to_address = ${address}
      and ${conversation}::uuid = any(l.conversation_ids)
    order by l.created_at desc limit 1`;
  return row;
}

async function wantsAllAtOnce(page: Page): Promise<void> {
  await page.goto("/settings/notices");
  await page.getByRole("radio", { name: "Everything" }).check();
  await page.getByLabel("Quiet from").selectOption("0");
  await page.getByLabel("until").selectOption("0");
  for (const day of await page
    .getByRole("group", { name: /Days on which/ })
    .getByRole("checkbox")
    .all())
    await day.check();
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
}

test.beforeEach(async ({ levain, named }) => {
  expect(named.ownPost).not.toBe("");
  await levain.sql`update person set locale = 'en'`;
});

test("an answer rings the bell, comes by mail, and the mail ends itself without signing in", async ({
  page,
  context,
  browser,
  levain,
  named,
  signInAs,
  accessible,
}) => {
  // Other journeys on the same Levain may have told this person of something.
  await levain.sql`delete from notice`;
  await signInAs(context, PEOPLE.member);
  await wantsAllAtOnce(page);
  await accessible(page);
  await page.goto("/notices");
  await expect(page.getByRole("heading", { name: "You are caught up" })).toBeVisible();

  const host = await browser.newContext({ baseURL: levain.url, locale: "en-GB", javaScriptEnabled: false });
  await signInAs(host, PEOPLE.host);
  const desk = await host.newPage();
  await desk.goto(`/posts/${named.ownPost}`);
  await desk.locator("#write textarea[name=body]").fill(WORDS);
  await desk.locator("#write").getByRole("button", { name: "Comment", exact: true }).click();
  await host.close();

  const line = page.locator("main").getByRole("link");
  await expect(async () => {
    await page.goto("/notices");
    await expect(page.getByText(/answered what you wrote/)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByRole("navigation").getByRole("link", { name: /Notifications.*one new/ })).toBeVisible();
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("banner").getByRole("link", { name: /Notifications.*one new/ })).toBeVisible();
  await accessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  await expect(async () => expect(await letterTo(levain, PEOPLE.member, named.ownPost)).toBeDefined()).toPass({
    timeout: 20_000,
  });
  const mail = await letterTo(levain, PEOPLE.member, named.ownPost);
  expect(mail?.subject).toMatch(/^Re: \[.+\] /);
  expect(mail?.body_text).toContain(WORDS);
  expect(mail?.body_text).toContain("because you opened this conversation");
  expect(mail?.headers.inReplyTo).toMatch(/^<conversation\./);

  await line
    .filter({ hasNotText: /^(New|All|What there was)$/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/posts/${named.ownPost}`));
  await page.goto("/notices");
  await expect(page.getByRole("heading", { name: "You are caught up" })).toBeVisible();
  await page.goto("/settings/mail");
  await expect(page.getByText("A mail was sent.").first()).toBeVisible();
  await accessible(page);

  const link = /https?:\/\/\S+\/unsubscribe\/\S+/.exec(mail?.body_text ?? "")?.[0] ?? "";
  const stranger = await browser.newContext({ locale: "en-GB", javaScriptEnabled: false });
  const plain = await stranger.newPage();
  await plain.goto(link);
  const rules = () => levain.sql`select way from notice_rule where scope = 'thread'`;
  expect(await rules()).toHaveLength(0);
  await plain.getByRole("button", { name: "No more mails about this conversation" }).click();
  await expect(plain.getByRole("heading", { name: "Done" })).toBeVisible();
  expect(await rules()).toMatchObject([{ way: "bell" }]);
  await plain.getByRole("button", { name: "Write to me again" }).click();
  await expect(plain.getByText("Levain writes to you as before.")).toBeVisible();
  expect(await rules()).toHaveLength(0);
  await stranger.close();
});

test("without a script all is marked as read, and taken back", async ({ browser, levain, signInAs }) => {
  const context = await browser.newContext({ baseURL: levain.url, locale: "en-GB", javaScriptEnabled: false });
  await signInAs(context, PEOPLE.member);
  const page = await context.newPage();
  await page.goto("/notices?show=all");
  await page
    .getByRole("button", { name: /^Mark as new/ })
    .first()
    .click();
  await page.goto("/notices");
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("heading", { name: "You are caught up" })).toBeVisible();
  await page.getByRole("button", { name: "Take that back" }).click();
  await expect(page.getByRole("button", { name: "Mark all as read" })).toBeVisible();
  await context.close();
});
