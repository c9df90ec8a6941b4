import { expect, test as journeys, type Levain } from "@tests/support/levain";

/** A Levain of this file's own at the founding stage, with one conversation of 2,000 comments. */
type Named = { tom: string; oven: string; long: string; first: string; deep: string };
const test = journeys.extend<object, { named: Named }>({
  named: [async ({ levain }, use) => use(await prepared(levain)), { scope: "worker", timeout: 120_000 }],
});
test.describe.configure({ mode: "serial" });

const TOM = "tom.ashworth@demo.levain.example";
const HANNAH = "hannah.whitfield@demo.levain.example";
const WRITTEN = 2000;
const READ = 700;

async function prepared({ sql, command }: Levain): Promise<Named> {
  await command("stage", "flip", "founding", "--override", "The circle is small and has met.");
  const [tom] = await sql`select person_id as id from person_address where address = ${TOM}`;
  await sql`insert into reading_line (person_id, drawn_at, here_at) values (${tom?.id}, now() - interval '90 days', now())
    on conflict (person_id) do update set drawn_at = excluded.drawn_at, here_at = excluded.here_at`;
  await sql`update space_member set joined_at = now() - interval '90 days' where person_id = ${tom?.id}`;
  const [space] = await sql`select space_id as id from space_member where person_id = ${tom?.id} limit 1`;
  const [ada] = await sql`select person_id as id from person_address where address = ${HANNAH}`;
  const [long] = await sql`insert into conversation
    (id, kind, author_id, title, body, body_html, created_at, comment_count, last_activity_at)
    values (gen_random_uuid(), 'post', ${ada?.id}, 'A very long talk', 'It begins', '<p>It begins</p>',
      now() - interval '8 days', ${WRITTEN}, now() - interval '1 hour') returning id, last_activity_at`;
  await sql`insert into post (id, space_id, kind, last_activity_at)
    select ${long?.id}, ${space?.id}, 'discussion', last_activity_at from conversation where id = ${long?.id}`;
  await sql`insert into comment (id, conversation_id, author_id, body, body_html, created_at)
    select gen_random_uuid(), ${long?.id}, ${ada?.id}, 'word ' || n, '<p>word ' || n || '</p>',
      now() - interval '7 days' + n * interval '1 minute' from generate_series(1, ${WRITTEN}) n`;
  const at = async (n: number) =>
    (await sql`select id, created_at from comment where conversation_id = ${long?.id} and body = ${`word ${n}`}`)[0];
  const [read, first, deep] = [await at(READ), await at(READ + 1), await at(1500)];
  await sql`insert into reading (person_id, conversation_id, up_to, up_to_id, seen_at)
    values (${tom?.id}, ${long?.id}, ${read?.created_at}, ${read?.id}, now())`;
  const [oven] = await sql`select c.id from conversation c join post p using (id)
    where p.space_id = ${space?.id} and c.comment_count between 2 and 10 order by c.last_activity_at desc limit 1`;
  return { tom: tom?.id, oven: oven?.id, long: long?.id, first: first?.id, deep: deep?.id };
}

test("what is read on one device is read on the other, and home ends", async ({ browser, levain, named, signInAs }) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  for (const device of [one, two]) await signInAs(device, TOM);
  const [desk, phone] = [await one.newPage(), await two.newPage()];
  await phone.goto(levain.url);
  const row = phone.locator(`a[href^="/posts/${named.oven}"]`);
  await expect(row).toHaveCount(1);
  await desk.goto(`${levain.url}/posts/${named.oven}`);
  const marked = desk.waitForResponse((answer) => answer.url().endsWith("/form/reading.mark"));
  await desk.locator("#write").scrollIntoViewIfNeeded();
  expect((await marked).status()).toBe(200);
  await phone.reload();
  await expect(row).toHaveCount(0);
  await phone.getByRole("button", { name: "Mark all as read" }).click();
  await expect(phone.getByRole("heading", { name: "You are caught up" })).toBeVisible();
  await phone.getByRole("button", { name: "Undo" }).click();
  await expect(phone.locator(`a[href^="/posts/${named.long}"]`)).toHaveCount(1);
  await one.close();
  await two.close();
});

test("a conversation of 2,000 comments opens where one stopped, and grows in place", async ({
  page,
  context,
  named,
  signInAs,
  accessible,
}) => {
  await signInAs(context, TOM);
  await page.goto(`/posts/${named.long}`);
  await expect(page.locator(`#c-${named.first}`)).toBeVisible();
  await expect(page.locator("#unread")).toHaveText("New since you were last here");
  await expect(page.locator(".entry")).toHaveCount(40);
  await accessible(page);
  await page.getByRole("link", { name: "Later comments" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".entry")).toHaveCount(80);
  await page.getByRole("link", { name: "Earlier comments" }).click();
  await expect(page.locator(".entry")).toHaveCount(120);
});

test("a link to a comment opens its part, puts the focus there, and a passage can be quoted", async ({
  page,
  context,
  named,
  signInAs,
}) => {
  await signInAs(context, TOM);
  await page.goto(`/posts/${named.long}#c-${named.deep}`);
  const entry = page.locator(`#c-${named.deep}`);
  await expect(entry).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`at=${named.deep}`));
  await entry.locator(".prose p").dblclick({ position: { x: 10, y: 10 } });
  await page.getByRole("button", { name: "Quote this" }).click();
  const answer = page.getByRole("textbox", { name: /comment/i });
  await expect(answer).toHaveValue(/^> \[Hannah Whitfield\]\(\/posts\/.*\)\n> word\n\n$/);
});

test("without a script one reads on, marks, and quotes", async ({ browser, levain, named, signInAs }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  await signInAs(context, TOM);
  const page = await context.newPage();
  await page.goto(`${levain.url}/posts/${named.long}`);
  await page.getByRole("button", { name: "Mark as read up to here" }).click();
  await page.goto(`${levain.url}/posts/${named.long}`);
  await expect(page.locator(`#c-${named.first}`)).toHaveCount(0);
  await page.getByRole("link", { name: "Later comments" }).click();
  await expect(page.locator(".entry")).toHaveCount(80);
  await page.locator(".entry").last().getByRole("link", { name: "Quote" }).click();
  await expect(page.getByRole("textbox", { name: /answer to Hannah/ })).toHaveValue(/^> \[Hannah Whitfield\]/);
  await context.close();
});

test("who comes back after three weeks begins with nothing unread, and sees what they missed", async ({
  page,
  context,
  levain,
  named,
  signInAs,
  accessible,
}) => {
  await levain.sql`update reading_line set here_at = now() - interval '21 days' where person_id = ${named.tom}`;
  await levain.sql`insert into host_line (conversation_id, english, written_by, written_at)
    select ${named.long}, 'We chose the new line here.', person_id, now() from person_address where address = ${HANNAH}`;
  await signInAs(context, TOM);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "What you missed" })).toBeVisible();
  await expect(page.getByText("We chose the new line here.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "You are caught up" })).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByRole("heading", { name: "What you missed" })).toHaveCount(0);
});

test("a colleague is asked for advice through a post, and a host decides about one who is not inside", async ({
  page,
  context,
  named,
  signInAs,
  accessible,
}) => {
  await signInAs(context, TOM);
  await page.goto(`/posts/${named.oven}`);
  await page.getByRole("link", { name: "Ask somebody for advice" }).click();
  const who = page.getByRole("searchbox", { name: "Whom would you ask?" });
  await who.fill("new.colleague@demo.levain.example");
  await who.press("Enter");
  await expect(page.getByText("You are asking new.colleague@demo.levain.example.")).toBeVisible();
  await accessible(page);
  await page.getByRole("textbox", { name: "Why you ask them" }).fill("You set the first line up.");
  await page.getByRole("button", { name: "Ask them" }).click();
  await expect(page.getByText(/^You asked for advice/)).toBeVisible();
  await signInAs(context, HANNAH);
  await page.goto("/launch/advice");
  await expect(page.getByText("You set the first line up.")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page.getByRole("heading", { name: "Nobody is asked for" })).toBeVisible();
});
