import { expect, it } from "vitest";
import { words } from "@/i18n/words";
import { render } from "../render";
import { unfolded } from "./words-of";

it("names a folded quotation in the reader's language, and leaves the text alone", () => {
  const { bodyHtml } = render(`Yes.\n\n> ${"a long quotation ".repeat(40)}`);
  expect(unfolded(words("fr"), bodyHtml)).toContain('<summary class="fold">Texte cité</summary>');
  expect(unfolded(words("en"), "<p>Nothing is folded.</p>")).toBe("<p>Nothing is folded.</p>");
});
