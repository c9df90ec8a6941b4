import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { render } from "@/posts/render";
import { mailToMarkdown } from "./text";

const mail = (...lines: string[]) => mailToMarkdown(lines.join("\n"));

/** Without the angle brackets around addresses, which are not shown, and with single blanks. */
const plain = (text: string) =>
  text
    .replace(/<(https?:[^\s<>"`\\]*)>/g, "$1")
    .replace(/\s+/g, " ")
    .trim();

/** What a reader sees of some HTML. */
function shown(html: string): string {
  return html
    .replace(/<br \/>|<\/(?:p|li|pre|h\d)>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

describe("the words of a mail", () => {
  it("joins wrapped lines and keeps line ends that were meant", () => {
    const text = mail(
      "Dear all, the seeds that we sowed in March have come up at last and look",
      "well, all but the beans.",
      "",
      "Kind regards",
      "Ana",
    );
    expect(text).toBe(
      "Dear all, the seeds that we sowed in March have come up at last and look well, all but the beans.\n\nKind regards\\\nAna",
    );
  });

  it("turns quotes into block quotes together with their attribution, level by level", () => {
    const text = mail(
      "On Monday 3 May 2004, Ana Lopes wrote:",
      "> > What about beans?",
      "> Too cold.",
      "",
      "Not in the hothouse.",
      "",
      "Le 4 mai 2004 à 10:12, Bo Ek <bo@example.org>",
      "a écrit :",
      "> Which one?",
    );
    expect(text).toBe(
      [
        "> On Monday 3 May 2004, Ana Lopes wrote:",
        ">",
        "> > What about beans?",
        ">",
        "> Too cold.",
        "",
        "Not in the hothouse.",
        "",
        "> Le 4 mai 2004 à 10:12, Bo Ek \\<bo@example.org>\\",
        "> a écrit :",
        ">",
        "> Which one?",
      ].join("\n"),
    );
  });

  it("takes an unmarked earlier mail for a quote", () => {
    const text = mail(
      "Yes.",
      "",
      "-----Message d'origine-----",
      "De : Ana Lopes",
      "Envoyé : lundi 3 mai 2004 10:12",
      "Objet : Graines",
      "",
      "Du café ?",
    );
    expect(text.split("\n").filter((line) => !line.startsWith(">"))).toEqual(["Yes.", ""]);
    expect(text).toContain("> Du café ?");
  });

  it("cuts signatures and the list's footer, and keeps what somebody wrote below them", () => {
    const text = mail(
      "Yes.",
      "-- ",
      "Ana Lopes, head gardener",
      "",
      "> No?",
      "> _______________________________________________",
      "> Garden mailing list",
      "> Garden@example.org",
    );
    expect(text).toBe("Yes.\n\n> No?");
    expect(mail("", "-- ", "I forgot to write above the line.")).toBe("I forgot to write above the line.");
  });

  it("keeps a console session and program text in their shape", () => {
    const text = mail(
      "I get this:",
      "> x <- c(1, 2)",
      "> mean(x)",
      "[1] 1.5",
      "",
      "Why?",
      "",
      "  for (i in 1:3) {",
      "    print(i * 2)",
      "  }",
    );
    expect(text).toBe(
      "I get this:\n\n```\n> x <- c(1, 2)\n> mean(x)\n[1] 1.5\n```\n\nWhy?\n\n```\nfor (i in 1:3) {\n  print(i * 2)\n}\n```",
    );
  });

  it("keeps lists, and columns in fixed width", () => {
    expect(mail("We need", " * beans", " * peas", "   and lentils")).toBe(
      "We need\n\n- beans\n- peas\\\n  and lentils",
    );
    expect(mail("beans     12     red", "peas       3     green")).toMatch(/^```\nbeans {5}12 {5}red\npeas/);
  });

  it("names attachments, its own and those that an archiver took out", () => {
    const scrubbed = [
      "See below.",
      "-------------- next part --------------",
      "A non-text attachment was scrubbed...",
      "Name: beans.png",
      "Type: image/png",
      "Size: 40491 bytes",
      "URL: <https://lists.example.org/beans.png>",
      "-------------- next part --------------",
      "An HTML attachment was scrubbed...",
      "URL: <https://lists.example.org/twin.html>",
    ];
    expect(mail(...scrubbed)).toBe("See below.\n\n- 📎 beans.png (image/png, 40 kB)");
    expect(mail(...scrubbed.slice(8))).toBe("- 📎 <https://lists.example.org/twin.html>");
    expect(mailToMarkdown("Hi", [{ name: "a_b*.pdf", type: "application/pdf", bytes: 900 }])).toContain("900 B");
  });

  it("never gives nothing", () => {
    expect(mail("", "  ")).toBe("–");
  });

  it("shows exactly the words of a line, whatever Markdown would make of them", () => {
    const risky = fc.constantFrom(
      ..."*_`[]<>#|~&\\!-+=.:()\"'".split(""),
      ...[
        "1. ",
        "- ",
        "> ",
        "# ",
        "```",
        "~~",
        "[a](b)",
        "[x]: y",
        "&amp;",
        "<b>",
        "http://a.example/b_c*d",
        "word",
        " ",
      ],
    );
    const line = fc.array(risky, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(line, (text) => {
        const words = plain(`Mark ${text} end of this line`);
        expect(plain(shown(render(mail(words)).bodyHtml))).toBe(words);
        const first = plain(`${text} and some more words that make it a whole sentence`);
        if (!/^(?:>|[-*+•·o] |\d{1,2}[.)] )/.test(first))
          expect(plain(shown(render(mail(first)).bodyHtml))).toBe(first);
      }),
      { numRuns: 500 },
    );
  });

  it("takes time in proportion to the text", () => {
    for (const hostile of [">".repeat(200_000), "> \n".repeat(60_000), "-- \n".repeat(40_000), "a (".repeat(60_000)]) {
      const start = performance.now();
      mailToMarkdown(hostile);
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  });
});
