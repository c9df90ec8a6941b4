import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import { Webhook } from "standardwebhooks";
import { paths } from "@/paths";

type SignIn = (context: BrowserContext, email: string) => Promise<void>;

async function as(browser: Browser, signInAs: SignIn, email: string, script = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: script, locale: "en-GB" });
  await signInAs(context, email);
  return context.newPage();
}

/** Somebody outside who is told things. */
async function aReceiver() {
  const received: { headers: Record<string, string>; body: string }[] = [];
  const server = createServer((req, res) => {
    let body = "";
    req.on("data", (chunk) => {
      body += chunk;
    });
    req.on("end", () => {
      received.push({ headers: req.headers as Record<string, string>, body });
      res.writeHead(200).end("Thank you");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { received, url, close: () => server.close() };
}

test.beforeEach(async ({ levain, named }) => {
  expect(named.space).toBe("shop-floor");
  await levain.sql`update person set locale = 'en'`;
});

for (const script of [true, false]) {
  test(`a member follows a board in a feed reader, ${script ? "with" : "without"} JavaScript, and ends it`, async ({
    browser,
    levain,
    signInAs,
    accessible,
  }) => {
    const tom = await as(browser, signInAs, PEOPLE.member, script);
    await tom.goto(`${levain.url}${paths.board("this-place")}`);
    await tom.getByRole("button", { name: /^Follow by feed: “/ }).click();
    const address = await tom.getByText(/\/feeds\/boards\/this-place\.atom\?key=/).textContent();
    if (script) await accessible(tom);
    const read = () => fetch(address ?? "");
    const feed = await read();
    expect(feed.status).toBe(200);
    expect(await feed.text()).toContain("<entry>");
    await tom.getByRole("button", { name: /^I have copied/ }).click();
    await expect(tom.getByText(/\.atom\?key=/)).toHaveCount(0);
    expect((await read()).status).toBe(200);
    await tom.getByRole("button", { name: /^End “/ }).click();
    await expect(tom.getByText("You follow no feed yet.", { exact: false })).toBeVisible();
    expect((await read()).status).toBe(404);
  });
}

test("a member makes a key, and a program votes with it in their name", async ({
  browser,
  levain,
  named,
  signInAs,
  accessible,
}) => {
  const tom = await as(browser, signInAs, PEOPLE.member);
  await tom.goto(`${levain.url}${paths.settingsKeys()}`);
  const form = tom.getByRole("form", { name: "Make a key" });
  await form.getByRole("button", { name: "Make the key" }).click();
  await expect(form.getByText("This is missing.")).toBeVisible();
  await form.getByRole("textbox", { name: "What it is for" }).fill("My tracker");
  await form.getByRole("radio", { name: "Look and write" }).check();
  await form.getByRole("button", { name: "Make the key" }).click();
  const key = await tom.getByText(/^levain_pat_/).textContent();
  await accessible(tom);
  const ask = (method: string, body: object | null = null) =>
    fetch(`${levain.url}/api/v1/ideas/${named.idea}/vote`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
  expect((await ask("PUT", { need: "blocked" })).status).toBe(204);
  await tom.goto(`${levain.url}${paths.idea(named.idea)}`);
  await expect(tom.getByRole("button", { name: "Take my vote back" })).toBeVisible();
  expect((await ask("DELETE")).status).toBe(204);
  await tom.goto(`${levain.url}${paths.settingsKeys()}`);
  await tom.getByRole("button", { name: "End “My tracker”" }).click();
  await expect(tom.getByText("No program of yours has a key.")).toBeVisible();
  expect((await ask("DELETE")).status).toBe(401);
});

test("an administrator has an address told, sees what was answered, and takes it away", async ({
  browser,
  levain,
  signInAs,
  accessible,
}) => {
  const receiver = await aReceiver();
  const claire = await as(browser, signInAs, PEOPLE.admin);
  await claire.goto(`${levain.url}${paths.adminWebhooks()}`);
  const form = claire.getByRole("form", { name: "Add a webhook" });
  await form.getByRole("textbox", { name: "What it is for" }).fill("Tracker");
  await form.getByRole("textbox", { name: "Address" }).fill(receiver.url);
  await form.getByRole("button", { name: "Add" }).click();
  await expect(claire.getByRole("heading", { level: 1, name: "Tracker" })).toBeVisible();
  const secret = await claire.getByText(/^whsec_/).textContent();
  await accessible(claire);
  await claire.getByRole("button", { name: "Send a test" }).click();
  await expect.poll(() => receiver.received.length).toBe(1);
  const [got] = receiver.received;
  expect(new Webhook(secret ?? "").verify(got?.body ?? "", got?.headers ?? {})).toMatchObject({ type: "webhook.test" });
  await expect(async () => {
    await claire.reload();
    await expect(claire.getByText("Delivered")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(claire.getByText("Thank you")).toBeVisible();
  await claire.getByRole("button", { name: /^Send again/ }).click();
  await expect.poll(() => receiver.received.length).toBe(2);
  await claire.getByRole("button", { name: "Remove for good" }).click();
  await expect(claire.getByRole("link", { name: "Tracker" })).toHaveCount(0);
  receiver.close();
});

test("a host rehearses a table, reads it in, and takes it away again", async ({
  browser,
  levain,
  signInAs,
  accessible,
}) => {
  const hannah = await as(browser, signInAs, PEOPLE.host);
  const page = `${levain.url}${paths.boardImport("this-place")}`;
  const table = "title,created_by,votes_count\nA second bell,Ada Baker,12\n,Ada Baker,3\n";
  const send = async () => {
    await hannah.getByLabel("The table").setInputFiles({
      name: "posts.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(table),
    });
    await hannah.getByRole("button", { name: "Read it" }).click();
  };
  const isOver = () =>
    expect(async () => {
      await hannah.goto(page);
      await expect(hannah.getByText("Being read")).toHaveCount(0, { timeout: 500 });
    }).toPass();
  await hannah.goto(page);
  await expect(hannah.getByText("Nothing was read into this board yet.")).toBeVisible();
  await send();
  await isOver();
  await expect(hannah.getByText("2 lines: one idea, 0 already there, 1 left out, one new person")).toBeVisible();
  await expect(hannah.getByText("There is no title.")).toBeVisible();
  await accessible(hannah);
  await hannah.getByRole("checkbox", { name: /^Rehearse only/ }).uncheck();
  await send();
  await isOver();
  await hannah.goto(`${levain.url}${paths.board("this-place")}?order=newest&show=all`);
  await hannah.goto(page);
  await hannah.getByRole("button", { name: "Take it away again: posts.csv" }).click();
  await expect(hannah.getByText("Taken away again")).toBeVisible();
});
