import type { Browser, Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import sharp from "sharp";
import { paths } from "@/paths";

async function pageOf(browser: Browser, url: string, javaScriptEnabled: boolean): Promise<Page> {
  const settings = { baseURL: url, locale: "en-GB", viewport: { width: 390, height: 844 }, javaScriptEnabled };
  return (await browser.newContext(settings)).newPage();
}

/** A picture of one colour, of which nothing may be left under a black box. */
async function secret(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const made = sharp({ create: { width: 300, height: 300, channels: 3, background: "#00c060" } });
  return { name: "seen.png", mimeType: "image/png", buffer: await made.png().toBuffer() };
}

test("without a script a member tells the hosts from where they stand, and reads their answer", async ({
  browser,
  levain,
  signInAs,
}) => {
  await levain.sql`update person set locale = 'en'`;
  const page = await pageOf(browser, levain.url, false);
  await signInAs(page.context(), PEOPLE.member);
  await page.goto(paths.boards());
  await page.getByRole("link", { name: "Tell us" }).click();
  await expect(page.getByText(/You came from .*\(\/boards\)/)).toBeVisible();
  await page.getByRole("textbox", { name: "What you would tell the hosts" }).fill("The oven clock is an hour late.");
  await page.locator("input[type=file][name=files]").setInputFiles(await secret());
  await page.getByRole("button", { name: "Send to the hosts" }).click();
  await expect(page.getByText("The hosts have it.")).toBeVisible();
  await expect(page.getByText("Waits for an answer")).toBeVisible();

  const desk = await pageOf(browser, levain.url, false);
  await signInAs(desk.context(), PEOPLE.host);
  await desk.goto(paths.boardsNotes());
  const note = desk.getByRole("listitem").filter({ hasText: "The oven clock is an hour late." });
  await expect(note.getByText("Stays private")).toBeVisible();
  await note.getByText("Answer", { exact: true }).click();
  await note.getByRole("textbox", { name: /Answer to/ }).fill("We set it tonight.");
  await note.getByRole("button", { name: "Send the answer" }).click();
  await expect(desk.getByText("No note waits")).toBeVisible();

  await page.goto(paths.tellUs());
  await expect(page.getByText("We set it tonight.")).toBeVisible();
  await page.context().close();
  await desk.context().close();
});

test("what is blacked out with keys never leaves the browser", async ({ browser, levain, signInAs, accessible }) => {
  await levain.sql`update person set locale = 'en'`;
  const page = await pageOf(browser, levain.url, true);
  await signInAs(page.context(), PEOPLE.member);
  await page.goto(`${paths.tellUs()}?from=/boards&title=Boards`);
  await page.getByRole("textbox", { name: "What you would tell the hosts" }).fill("Look at the middle.");
  await page.locator("input[type=file][name=files]").setInputFiles(await secret());
  await page.getByRole("button", { name: "Add a box" }).click();
  const box = page.getByRole("button", { name: "Blacked out, box 1" });
  await expect(box).toBeFocused();
  // A third of the picture in its middle, moved by three pixels and made wider by as much.
  await box.press("ArrowRight");
  await box.press("Shift+ArrowRight");
  await accessible(page);
  // The form is sent at once: the picture in it must be the one that was drawn, and not the one that was chosen.
  await page.getByRole("button", { name: "Send to the hosts" }).click();
  await expect(page.getByText("The hosts have it.")).toBeVisible();
  const shown = page.getByRole("listitem").filter({ hasText: "Look at the middle." });
  const address = await shown.getByRole("link", { name: /picture/ }).getAttribute("href");
  const bytes = await (await page.request.get(`${levain.url}${address}`)).body();
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const green = (x: number, y: number) => data[(y * info.width + x) * info.channels + 1] ?? -1;
  expect({ width: info.width, height: info.height }).toEqual({ width: 300, height: 300 });
  for (const [x, y] of [
    [108, 105],
    [150, 150],
    [200, 195],
  ] as const)
    expect(green(x, y), `${x}, ${y}`).toBeLessThan(12);
  expect(green(50, 50)).toBeGreaterThan(150);
  await page.context().close();
});

test("an idea that is there already gets the vote", async ({ browser, levain, named, signInAs }) => {
  await levain.sql`update person set locale = 'en'`;
  const [idea] = await levain.sql<{ title: string; board: string }[]>`
    select c.title, i.board_id as board from conversation c join idea i using (id) where c.id = ${named.ownIdea}`;
  const page = await pageOf(browser, levain.url, false);
  await signInAs(page.context(), PEOPLE.host);
  await page.goto(
    `${paths.tellUs()}?as=vote&from=/boards&board=${idea?.board}&q=${encodeURIComponent(idea?.title ?? "")}`,
  );
  await page.getByRole("radio", { name: idea?.title ?? "" }).check();
  await page.getByRole("textbox", { name: /Why you need it/ }).fill("Every Friday.");
  await page.getByRole("button", { name: "Vote", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/ideas/${named.ownIdea}`));
  await page.context().close();
});
