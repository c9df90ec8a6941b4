import { describe, expect, it } from "vitest";
import { pickLocale } from "@/i18n/locale";

describe("the language of a page", () => {
  it("is what the person set, before anything else", () => {
    expect(pickLocale({ person: "fr", cookie: "en", acceptLanguage: "en" })).toBe("fr");
  });
  it("is the cookie's when nobody signed in", () => {
    expect(pickLocale({ cookie: "fr", acceptLanguage: "en" })).toBe("fr");
  });
  it.each([
    ["fr-CA,fr;q=0.9,en;q=0.8", "fr"],
    ["de,fr;q=0.5,en;q=0.4", "fr"],
    ["en-GB", "en"],
    ["de", "en"],
    ["*", "en"],
    ["fr;q=0,en;q=0", "en"],
    ["", "en"],
    ["\u0000;;;q=q", "en"],
  ])("is the best match of %j", (acceptLanguage, locale) => {
    expect(pickLocale({ acceptLanguage })).toBe(locale);
  });
  it("ignores what Levain does not speak", () => {
    expect(pickLocale({ person: "xx", cookie: "<script>", acceptLanguage: null })).toBe("en");
  });
});
