import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";

/** What Chromium writes for each page of a PDF. */
const PAGE = /\/Type\s*\/Page\b/g;

for (const locale of ["en", "fr"] as const)
  test(`the launch room prints on two pages of A4, with every figure and nothing to press (${locale})`, async ({
    page,
    context,
    signInAs,
    levain,
    named,
  }) => {
    expect(named.post).not.toBe("");
    await levain.sql`update person set locale = ${locale}`;
    await signInAs(context, PEOPLE.admin);
    await page.goto("/launch");
    await page.setViewportSize({ width: 703, height: 1032 });
    await page.emulateMedia({ media: "print" });
    const sheet = page.locator(".one-sheet");
    // Chromium opens the figures of every gate on paper, without a word to open them by.
    await expect(sheet.locator("details table").first()).toBeVisible();
    expect(await sheet.locator("details table").count()).toBeGreaterThan(10);
    await expect(sheet.locator("details table:visible")).toHaveCount(await sheet.locator("details table").count());
    await expect(page.locator(".one-sheet :is(summary, form, button):visible, .shell-mast:visible")).toHaveCount(0);
    // A line of marks stands out by its empty padding, a quarter of a rem; what is cut stands out further.
    const cut = await sheet
      .locator("table, li")
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth + 3 && one.clientWidth > 0).map((one) => one.textContent),
      );
    expect(cut).toEqual([]);
    const pdf = await page.pdf({ format: "A4", margin: { top: "12mm", right: "12mm", bottom: "12mm", left: "12mm" } });
    expect(pdf.toString("latin1").match(PAGE)?.length).toBeLessThanOrEqual(2);
  });
