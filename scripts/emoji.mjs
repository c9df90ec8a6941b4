// Writes src/posts/emoji/names.json from emojibase-data: `node scripts/emoji.mjs`. One line an emoji: itself, its names in
// English and French (what stands between colons), and words by which it is found.
import { readFileSync, writeFileSync } from "node:fs";

const data = (path) =>
  JSON.parse(readFileSync(new URL(`../node_modules/emojibase-data/${path}.json`, import.meta.url)));
const list = (value) => (value === undefined ? [] : [value].flat());
const plain = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const names = [data("en/shortcodes/github"), data("en/shortcodes/emojibase"), data("fr/shortcodes/cldr")];
const french = new Map(data("fr/compact").map((one) => [one.hexcode, one]));

/** @returns {string} the lines */
export function emojiLines() {
  const lines = data("en/compact")
    .filter((one) => one.order !== undefined && one.group !== undefined && one.group !== 2)
    .map((one) => {
      const fr = french.get(one.hexcode);
      const short = [...new Set(names.flatMap((table) => list(table[one.hexcode])))];
      const found = [one.label, ...list(one.tags), fr?.label ?? "", ...list(fr?.tags)].flatMap((text) =>
        plain(text).split(/[^\p{L}\p{N}]+/u),
      );
      const known = plain(short.join("_")).split(/[_-]/);
      const words = [...new Set(found)].filter((word) => word.length > 2 && !known.includes(word));
      return `${one.unicode}\t${short.join(" ")}\t${words.join(" ")}`;
    });
  return lines.join("\n");
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  writeFileSync(
    new URL("../src/posts/emoji/names.json", import.meta.url),
    `${JSON.stringify({ lines: emojiLines() })}\n`,
  );
