import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asTyped, isTypable, personLink, spaceLink, spotsIn } from "./syntax";

const ID = "018f4c7e-0000-7000-8000-000000000001";
const OTHER = "018f4c7e-0000-7000-8000-000000000002";

function names(body: string): string[] {
  return spotsIn(body)
    .flatMap((spot) => (spot.kind === "person" ? [spot.readings.map((one) => one.name)] : []))
    .flat();
}

describe("where a text names somebody", () => {
  test.each([
    ["@Ruth Ndiaye", "ruth ndiaye"],
    ["Merci @Élise d’Arc !", "élise d’arc"],
    ["(@Ruth Ndiaye)", "ruth ndiaye"],
    ["ask @Ruth Ndiaye.", "ruth ndiaye"],
    ["@Ruth Ndiaye’s idea", "ruth ndiaye"],
    ["@Jean-Marc O’Neil and", "jean-marc o’neil"],
    ["@Ruth\u00a0Ndiaye", "ruth ndiaye"],
  ])("%j", (body, name) => {
    expect(names(body)).toContain(name);
  });

  test.each([
    "mail ruth@example.com",
    "https://social.example/@ruth",
    "`@Ruth Ndiaye`",
    "``a ` @Ruth Ndiaye``",
    "```\n@Ruth Ndiaye\n```",
    "> ~~~\n> @Ruth Ndiaye\n> ~~~",
    "\\@Ruth Ndiaye",
    "[@Ruth](https://a.example)",
    "@ Ruth",
  ])("and where it does not: %j", (body) => {
    expect(names(body)).toEqual([]);
  });

  test("spaces by their address, and not in the middle of a word or a number of a list", () => {
    const slugs = spotsIn("#oven-care, a#b, #1st #Été &#35;").map((spot) => ("slug" in spot ? spot.slug : ""));
    expect(slugs).toEqual(["oven-care", "1st"]);
  });

  test("what is typed comes back from what is kept, and a name of two people stays a link", () => {
    const kept = `Ask ${personLink({ id: ID, name: "Ruth Ndiaye" })} in ${spaceLink("#", { slug: "oven-care", name: "Oven care" })}`;
    expect(asTyped(kept)).toBe("Ask @Ruth Ndiaye in #oven-care");
    const two = `${personLink({ id: ID, name: "Jean Petit" })} ${personLink({ id: OTHER, name: "Jean Petit" })}`;
    expect(asTyped(two)).toBe(two);
  });

  test("a name that could be read otherwise is not typed", () => {
    expect(isTypable("Ruth Ndiaye")).toBe(true);
    expect(isTypable("DUPONT, Jean (ext)")).toBe(false);
  });

  test("any text is read in order, without overlaps, and comes back whole where nothing is named", () => {
    const part = fc.constantFrom("@Ruth", " ", "#oven", "`", "```\n", "[@A](/people/", ID, ")", "\n", "@", "é", "🎉");
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }), (parts) => {
        const body = parts.join("");
        const at = spotsIn(body).map((spot) => spot.at);
        expect(at).toEqual([...at].sort((a, b) => a - b));
        if (!body.includes("](/")) expect(asTyped(body)).toBe(body);
      }),
    );
  });

  test.each(["`", "@a ", "[@", "```\n", "#a", "@é’", "[@a](/people/"])("in no time: %j", (part) => {
    const began = process.cpuUsage();
    spotsIn(part.repeat(40_000 / part.length));
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000);
  });
});
