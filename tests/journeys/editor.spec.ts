import type { Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { test } from "@tests/support/pages";

// The founding stage, and everybody in English.
test.beforeEach(async ({ named, levain }) => {
  expect(named.space).toBe("shop-floor");
  await levain.sql`update person set locale = 'en'`;
});

const TOM = "tom.ashworth@demo.levain.example";
const HANNAH = "hannah.whitfield@demo.levain.example";

const box = (page: Page) => page.getByRole("textbox", { name: /^Text/ });
const tools = (page: Page) => page.getByRole("toolbar", { name: "Formatting" });

async function compose(page: Page, space = "shop-floor"): Promise<void> {
  await page.goto(`/spaces/${space}/compose`);
  await expect(tools(page)).toBeVisible();
}

/** What is pasted when somebody copied a part of a page. */
async function pasteHtml(page: Page, html: string, plain: string): Promise<void> {
  await box(page).evaluate(
    (field, [rich, text]) => {
      const data = new DataTransfer();
      data.setData("text/html", rich ?? "");
      data.setData("text/plain", text ?? "");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [html, plain],
  );
}

test("tools and shortcuts change the text, undo takes it back, and the arrow keys go from tool to tool", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs(context, TOM);
  await compose(page);
  await box(page).fill("one two");
  await box(page).press("ControlOrMeta+a");
  await box(page).press("ControlOrMeta+b");
  await expect(box(page)).toHaveValue("**one two**");
  await box(page).press("ControlOrMeta+z");
  await expect(box(page)).toHaveValue("one two");
  await box(page).fill("");
  await page.getByRole("button", { name: "Table" }).click();
  await expect(box(page)).toHaveValue(/^\| Column \| Column \|/);
  await box(page).fill("");
  await box(page).pressSequentially("- gaskets\nglass\n\nDone");
  await expect(box(page)).toHaveValue("- gaskets\n- glass\nDone");
  await page.getByRole("button", { name: "Bold" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Italic" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("button", { name: "Attach a file" })).toBeFocused();
});

test("what is rich is pasted as Markdown, and an address over words makes a link", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs(context, TOM);
  await compose(page);
  await box(page).fill("");
  await pasteHtml(
    page,
    "<h2>Parts</h2><p>The <b>seal</b> and <a href='https://a.example/x'>the sheet</a></p><ul><li>one</li></ul><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
    "Parts",
  );
  await expect(box(page)).toHaveValue(/## Parts\n\nThe \*\*seal\*\* and \[the sheet\]\(https:\/\/a\.example\/x\)/);
  await expect(box(page)).toHaveValue(/- one\n\n\| a +\| b +\|/);
  await box(page).fill("the plan");
  await box(page).press("ControlOrMeta+a");
  await pasteHtml(page, "", "https://a.example/plan");
  await expect(box(page)).toHaveValue("[the plan](https://a.example/plan)");
});

test("people, spaces and emoji are completed by keyboard, and the preview is what is published", async ({
  page,
  context,
  signInAs,
  accessible,
  levain,
}) => {
  await signInAs(context, TOM);
  await page.setViewportSize({ width: 390, height: 844 });
  await compose(page);
  await box(page).fill("");
  await box(page).pressSequentially("Hello @whitf");
  await expect(page.getByRole("option", { name: /Hannah Whitfield/ })).toBeVisible();
  await accessible(page);
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue("Hello @Hannah Whitfield ");
  await box(page).pressSequentially("in #shop");
  await expect(page.getByRole("option", { name: /#shop-floor/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await box(page).pressSequentially(":cotill");
  await expect(page.getByRole("option", { name: /cotillons/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue("Hello @Hannah Whitfield in #shop-floor 🎉 ");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.locator(".editor-preview");
  await expect(preview.getByRole("link", { name: "@Hannah Whitfield" })).toBeVisible();
  const seen = await preview.innerHTML();
  await accessible(page);
  await page.getByRole("button", { name: "Go on writing" }).click();
  await page.getByRole("textbox", { name: /Title/ }).fill("Seen before it is said");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Seen before it is said");
  const [row] = await levain.sql`select body_html as html from conversation where title = 'Seen before it is said'`;
  expect(seen).toBe(row?.html);
  expect(
    await levain.sql`select 1 from event where name = 'mention.made' and payload->>'conversationId' =
    (select id::text from conversation where title = 'Seen before it is said')`,
  ).toHaveLength(1);
});

test("a picture that is pasted holds its place until it is there, and is shown; what is refused says why", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs(context, TOM);
  await compose(page);
  await page.getByRole("textbox", { name: /Title/ }).fill("A picture of the seal");
  await box(page).fill("Look:");
  await box(page).evaluate(async (field) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [40, 30];
    canvas.getContext("2d")?.fillRect(0, 0, 40, 30);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    const data = new DataTransfer();
    data.items.add(new File([picture ?? ""], "seal.png", { type: "image/png" }));
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(box(page)).toHaveValue(/!\[\]\(\/files\/[^)]+\)/);
  await page.locator(".editor input[type=file]").setInputFiles({
    name: "harm.exe",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("MZ\0\0this is no picture"),
  });
  await expect(page.getByRole("alert").filter({ hasText: "harm.exe could not be attached" })).toBeVisible();
  await expect(box(page)).not.toHaveValue(/harm/);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A picture of the seal");
  await expect(page.locator("article img[src^='/files/']").first()).toBeVisible();
});

test("whoever calls a whole space sees how many that is, and confirms it", async ({ page, context, signInAs }) => {
  await signInAs(context, HANNAH);
  await compose(page);
  await page.getByRole("textbox", { name: /Title/ }).fill("Hear, all of you");
  await box(page).fill("Hear, @space!");
  const agree = page.getByRole("checkbox", { name: /Tell everybody/ });
  await expect(agree).toHaveAccessibleName(/\d people will be told/);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(agree).toHaveAccessibleDescription(/will be told of this/);
  await agree.check();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hear, all of you");
});

test("a draft follows its author to another device, and is gone once it is sent", async ({
  page,
  context,
  browser,
  signInAs,
  levain,
}) => {
  await signInAs(context, TOM);
  await compose(page, "oven-care");
  await page.getByRole("textbox", { name: /Title/ }).fill("Half a thought");
  await box(page).pressSequentially("It begins here");
  await expect(page.getByText(/Draft saved/)).toBeVisible();
  const phone = await browser.newContext({
    baseURL: levain.url,
    locale: "en-GB",
    viewport: { width: 390, height: 844 },
  });
  await signInAs(phone, TOM);
  const there = await phone.newPage();
  await there.goto("/drafts");
  await there.getByRole("link", { name: "Half a thought" }).click();
  await expect(box(there)).toHaveValue("It begins here");
  await box(there).press("ControlOrMeta+End");
  await box(there).pressSequentially(" and ends there");
  await expect(there.getByText(/Draft saved/)).toBeVisible();
  await box(page).pressSequentially(", on the desk");
  await expect(page.getByText(/another tab or on another device/)).toBeVisible();
  await page.getByRole("button", { name: "Put it in" }).click();
  await expect(box(page)).toHaveValue("It begins here and ends there");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Half a thought");
  await there.goto("/drafts");
  await expect(there.getByText("No drafts")).toBeVisible();
  await phone.close();
});

test("without a script a text is looked at, kept and thrown away by buttons", async ({ browser, signInAs, levain }) => {
  const plain = await browser.newContext({ baseURL: levain.url, locale: "en-GB", javaScriptEnabled: false });
  await signInAs(plain, TOM);
  const page = await plain.newPage();
  await page.goto("/spaces/shop-floor/compose");
  await page.getByRole("textbox", { name: /Title/ }).fill("Plain");
  await box(page).fill("A **bold** word");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator(".form-preview strong")).toHaveText("bold");
  await expect(box(page)).toHaveValue("A **bold** word");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await page.goto("/drafts");
  await page.getByRole("link", { name: "Plain" }).click();
  await expect(box(page)).toHaveValue("A **bold** word");
  await page.getByRole("button", { name: "Throw it away" }).click();
  await expect(box(page)).toHaveValue("");
  await plain.close();
});
