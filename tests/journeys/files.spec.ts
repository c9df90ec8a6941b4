import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import sharp from "sharp";
import { paths } from "@/paths";

/** A photograph as a telephone makes it: lying on its side, with the place where it was taken. */
async function photograph(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const gps = { IFD3: { GPSLatitudeRef: "N", GPSLatitude: "45/1 45/1 0/1" }, IFD0: { Copyright: "the place" } };
  const made = sharp({ create: { width: 1600, height: 900, channels: 3, background: "#b5773a" } });
  const buffer = await made.withExif(gps).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  return { name: "Oven, Lyon.jpg", mimeType: "image/jpeg", buffer };
}

const TABLE = { name: "hours.csv", mimeType: "text/csv", buffer: Buffer.from("day;hours\nMonday;7\n") };

async function pageOf(browser: Browser, url: string, javaScriptEnabled: boolean): Promise<Page> {
  const settings = { baseURL: url, locale: "en-GB", viewport: { width: 1280, height: 900 }, javaScriptEnabled };
  return (await browser.newContext(settings)).newPage();
}

for (const [how, script] of [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const) {
  test(`a member comments with a picture and a table, ${how}`, async ({
    browser,
    levain,
    named,
    signInAs,
    accessible,
  }) => {
    const page = await pageOf(browser, levain.url, script);
    await signInAs(page.context(), PEOPLE.member);
    await page.goto(paths.post(named.post));
    const words = `Both are here, ${how}.`;
    await page.getByRole("textbox", { name: "Your comment" }).fill(words);
    await page.locator("input[type=file][name=files]").setInputFiles([await photograph(), TABLE]);
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    const entry = page.getByRole("listitem").filter({ hasText: words });
    const shown = entry.getByRole("img", { name: "Oven, Lyon.jpg" });
    await shown.scrollIntoViewIfNeeded();
    await expect(shown).toHaveAttribute("height", "1600");
    await expect(entry.getByRole("link", { name: "hours.csv" })).toBeVisible();
    await expect(entry.getByText("text, 1 kB")).toBeVisible();
    if (script) await accessible(page);
    const address = await entry.getByRole("link", { name: "Oven, Lyon.jpg" }).getAttribute("href");
    const answer = await page.request.get(`${levain.url}${address}`);
    const bytes = await answer.body();
    expect(bytes.includes("the place")).toBe(false);
    const { width, height, exif } = await sharp(bytes).metadata();
    expect({ width, height, exif }).toEqual({ width: 900, height: 1600, exif: undefined });
    const download = page.waitForEvent("download");
    await entry.getByRole("link", { name: "hours.csv" }).click();
    const saved = await (await download).path();
    expect(readFileSync(saved)).toEqual(TABLE.buffer);
    await page.context().close();
  });
}

test("words come back with their files when one of them cannot be kept", async ({
  browser,
  levain,
  named,
  signInAs,
}) => {
  const page = await pageOf(browser, levain.url, false);
  await signInAs(page.context(), PEOPLE.member);
  await page.goto(paths.post(named.post));
  const box = page.getByRole("textbox", { name: "Your comment" });
  await box.fill("The first is fine.");
  const broken = { name: "broken.jpg", mimeType: "image/jpeg", buffer: (await photograph()).buffer.subarray(0, 900) };
  await page.locator("input[type=file][name=files]").setInputFiles([TABLE, broken]);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByText("“broken.jpg” is damaged").first()).toBeVisible();
  await expect(box).toHaveValue("The first is fine.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "The first is fine." })).toContainText("hours.csv");
  await page.context().close();
});

test("somebody without a place in the space does not find the file", async ({ browser, levain, signInAs }) => {
  const owner = await pageOf(browser, levain.url, true);
  await signInAs(owner.context(), PEOPLE.member);
  const [row] = await levain.sql<{ id: string }[]>`
    with room as (insert into space (id, slug, name, visibility, opens_at, created_at)
      values (gen_random_uuid(), 'quiet-room', 'Quiet room', 'private', 'founding', now()) returning id)
    insert into space_member (space_id, person_id, role, joined_at)
    select room.id, a.person_id, 'owner', now() from room, person_address a where a.address = ${PEOPLE.member}
    returning space_id as id`;
  expect(row?.id).toBeDefined();
  await owner.goto(paths.compose("quiet-room"));
  await owner.getByRole("textbox", { name: "Title" }).fill("Only here");
  await owner.getByRole("textbox", { name: "Text" }).fill("A table for us.");
  await owner.locator("input[type=file][name=files]").setInputFiles(TABLE);
  await owner.getByRole("button", { name: "Publish" }).click();
  const address = await owner.getByRole("link", { name: "hours.csv" }).getAttribute("href");
  expect((await owner.request.get(`${levain.url}${address}`)).status()).toBe(200);
  const stranger = await pageOf(browser, levain.url, true);
  await signInAs(stranger.context(), PEOPLE.host);
  expect((await stranger.request.get(`${levain.url}${address}`)).status()).toBe(404);
  await Promise.all([owner.context().close(), stranger.context().close()]);
});

test("a face is shown beside one's words, and initials again when it is removed", async ({
  page,
  named,
  context,
  signInAs,
  accessible,
}) => {
  await signInAs(context, PEOPLE.member);
  await page.goto(paths.settingsProfile());
  const form = page.getByRole("form", { name: "Photo", exact: true });
  await form.getByLabel("Photo").setInputFiles(await photograph());
  await form.getByRole("button", { name: "Show this photo" }).press("Enter");
  await expect(page.locator("main img.avatar")).toBeVisible();
  await accessible(page);
  await page.goto(paths.post(named.ownPost));
  await page.getByRole("textbox", { name: "Your comment" }).fill("It is me.");
  await page.getByRole("button", { name: "Comment", exact: true }).press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: "It is me." }).locator("img.avatar")).toBeVisible();
  await page.goto(paths.settingsProfile());
  await page.getByRole("button", { name: "Remove the photo" }).click();
  await expect(page.locator("main img.avatar")).toHaveCount(0);
});
