import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = "beans soil rain seed late frost carrots we the and of to in a garden should water Tuesday".split(" ");

/**
 * Writes a mailbox of generated mails to a file: threads of skewed size, a few hundred people, some years.
 * Every fiftieth mail repeats an earlier Message-ID.
 * @returns how many distinct mails it holds
 */
export async function writeManyMails(file: string, count: number, seed = 1): Promise<number> {
  const random = randomFrom(seed);
  const out = createWriteStream(file);
  let repeated = 0;
  for (let n = 0; n < count; n += 1) {
    const at = new Date(Date.UTC(2005, 0, 1) + n * 3_600_000).toUTCString();
    const who = Math.floor(random() ** 2 * 400);
    const to = random() < 0.7 && n > 0 ? n - 1 - Math.floor(random() ** 3 * Math.min(n, 60)) : null;
    const isRepeat = n % 50 === 49;
    repeated += isRepeat ? 1 : 0;
    const body = Array.from(
      { length: 60 + Math.floor(random() * 200) },
      () => WORDS[Math.floor(random() * WORDS.length)],
    );
    const lines = body.join(" ").replace(/(.{60,70}) /g, "$1\n");
    const text = [
      "From garden@example.org Thu Apr 26 07:41:47 2001",
      `From: Gardener Number${who} <gardener${who}@example.org>`,
      `Date: ${at}`,
      `Subject: ${to === null ? "" : "Re: "}[garden] Bed ${to ?? n}`,
      `Message-ID: <mail-${isRepeat ? n - 7 : n}@example.org>`,
      ...(to === null ? [] : [`In-Reply-To: <mail-${to}@example.org>`]),
      "",
      lines,
      "",
      "",
    ].join("\n");
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  return count - repeated;
}
