import { describe, expect, test } from "vitest";
import { displayName, profileShape } from "./shape";

describe("a name", () => {
  test.each([
    ["Eve\r\nBcc: all@mail.example", "Eve Bcc: all@mail.example"],
    ["Ada\n\nYour account is closed: https://evil.example", "Ada Your account is closed: https://evil.example"],
    ["Ada\u202egpj.exe", "Ada gpj.exe"],
    ["  Zoë \u2029 Martin\t", "Zoë   Martin"],
    ["👩\u200d🔬 Marie", "👩\u200d🔬 Marie"],
  ])("is one line: %j", (typed, kept) => {
    expect(displayName.parse(typed)).toBe(kept);
  });

  test.each(["", "  ", "\n", "\u200b\u2060", "\u3164", "\u2800"])("is seen: %j", (typed) => {
    expect(displayName.safeParse(typed).success).toBe(false);
  });
});

test("what a person says of themselves keeps its lines, their title is one", () => {
  const said = { displayName: "Ada", title: "Cook\nand host", pronouns: "", about: "One.\nTwo." };
  const profile = profileShape.parse({ ...said, languages: "", interests: "", canHelpWith: "", wantsToLearn: "" });
  expect(profile).toMatchObject({ title: "Cook and host", about: "One.\nTwo." });
});
