import { describe, expect, it } from "vitest";
import { formWords } from "@/i18n/form-words";
import { refusalWords } from "@/i18n/refusal-words";
import { words } from "@/i18n/words";

describe("words", () => {
  it("speak the language that was asked for, with its plurals", () => {
    expect(words("en")("refusals.tooMany", { seconds: 1 })).toContain("1 second.");
    expect(words("fr")("refusals.tooMany", { seconds: 0 })).toContain("0 seconde.");
    expect(words("fr")("refusals.tooMany", { seconds: 90 })).toContain("90 secondes.");
  });
  it("are built once a language", () => {
    expect(words("fr")).toBe(words("fr"));
    expect(words("fr").locale).toBe("fr");
  });
  it("fail loudly when an argument is missing", () => {
    expect(() => words("en")("refusals.tooMany")).toThrow(/seconds/);
  });
  it("know which keys exist, branches left out", () => {
    const t = words("en");
    expect(t.has("refusals.not-found")).toBe(true);
    expect(t.has("refusals.field")).toBe(false);
    expect(t.has("refusals.__proto__")).toBe(false);
    expect(t.has("nothing.here")).toBe(false);
  });
  it("leave the place of a fault's reference to the browser", () => {
    expect(formWords(words("fr")).reference).toBe("Référence\u00a0: {ref}");
  });
});

describe("a refusal in words", () => {
  const t = words("en");
  it("is its own sentence", () => {
    expect(refusalWords(t, { code: "not-allowed", key: "hostsOnly", values: {} }).message).toBe(
      t("refusals.hostsOnly"),
    );
  });
  it("is the sentence of its code when it has none of its own", () => {
    expect(refusalWords(t, { code: "conflict", key: "unheard", values: {} }).message).toBe(t("refusals.conflict"));
  });
  it("has words for each field, from keys or as they are", () => {
    const fields = { title: ["field.required"], body: ["Said already."] };
    expect(refusalWords(t, { code: "invalid", key: "invalid", values: {}, fields }).fields).toEqual({
      title: [t("refusals.field.required")],
      body: ["Said already."],
    });
  });
});
