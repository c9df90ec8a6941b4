import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MboxEntry, NotAnMbox, type SplitOptions, splitMbox } from "./split";

const SEPARATOR = "From ana@example.org Thu Apr 26 07:41:47 2001";

async function split(text: string | Buffer, options?: SplitOptions, chunk = 7): Promise<MboxEntry[]> {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunk) pieces.push(bytes.subarray(at, at + chunk));
  const entries: MboxEntry[] = [];
  for await (const entry of splitMbox(Readable.from(pieces), options)) entries.push(entry);
  return entries;
}

const bodies = (entries: readonly MboxEntry[]) => entries.map((entry) => entry.raw?.toString());

/** Writes a mailbox the mboxrd way: every line that starts with `From `, however often quoted, gets one more `>`. */
function join(messages: readonly string[], newline = "\n"): string {
  return messages
    .map((message) => `${SEPARATOR}${newline}${message.replace(/^(>*From )/gm, ">$1")}${newline}`)
    .join("");
}

describe("splitting a mailbox", () => {
  it("gives each message with its number, place and size", async () => {
    const entries = await split(`${SEPARATOR}\nSubject: a\n\none\n\n${SEPARATOR}\nSubject: b\n\ntwo\n`);
    expect(bodies(entries)).toEqual(["Subject: a\n\none\n", "Subject: b\n\ntwo\n"]);
    expect(entries.map(({ number, offset, size }) => ({ number, offset, size }))).toEqual([
      { number: 1, offset: 0, size: 16 },
      { number: 2, offset: 63, size: 16 },
    ]);
    expect(entries[0]?.envelope).toBe(SEPARATOR);
  });

  it.each([
    "From ana@example.org  Thu Apr 26 07:41:47 2001",
    "From ana at example.org  Thu Apr 26 07:41:47 2001",
    "From - Thu Apr  6 07:41:47 2001",
    "From 1573290384@xxx Thu Apr 26 07:41:47 +0000 2001",
    "From ana@example.org Thu Apr 26 07:41:47 CEST 2001",
    "From ana@example.org Thu, 26 Apr 2001 07:41:47 +0200",
    "From @n@ @end|ng |rom ex@mp|e@org  Thu Apr 26 07:41 2001",
  ])("knows the separator %s", async (separator) => {
    const entries = await split(`${separator}\nSubject: a\n\none\n\n${separator}\nSubject: b\n\ntwo\n`);
    expect(entries).toHaveLength(2);
  });

  it("leaves sentences that begin with From in their message", async () => {
    const body = [
      "From R.app you cannot do that.",
      "",
      "From Monday on we meet at 10:30 in 2001",
      "",
      "From ana@example.org Thu Apr 26 07:41:47 2001",
      "is how a separator looks, but no header follows it",
      "glued",
      "From ana@example.org Thu Apr 26 07:41:47 2001",
      "Subject: no blank line before",
      "",
      "end",
    ].join("\n");
    const entries = await split(`${SEPARATOR}\nSubject: a\n\n${body}\n\n${SEPARATOR}\nSubject: b\n\n`);
    expect(entries).toHaveLength(2);
    expect(entries[0]?.raw?.toString()).toBe(`Subject: a\n\n${body}\n`);
  });

  it("takes back the quoting of From as the writer's rule says", async () => {
    const text = `${SEPARATOR}\nSubject: a\n\n>From here\n>>From there\n`;
    expect(bodies(await split(text))).toEqual(["Subject: a\n\nFrom here\n>From there\n"]);
    expect(bodies(await split(text, { quoting: "mboxo" }))).toEqual(["Subject: a\n\nFrom here\n>>From there\n"]);
  });

  it("reads CRLF, a byte order mark and leading blank lines", async () => {
    const text = `\uFEFF\r\n${SEPARATOR}\r\nSubject: a\r\n\r\none\r\n\r\n${SEPARATOR}\r\nSubject: b\r\n\r\ntwo`;
    expect(bodies(await split(text))).toEqual(["Subject: a\r\n\r\none\r\n", "Subject: b\r\n\r\ntwo"]);
  });

  it("counts a message that is too large without keeping it", async () => {
    const huge = "x".repeat(300_000);
    const text = `${SEPARATOR}\nSubject: a\n\n${huge}\n\n${SEPARATOR}\nSubject: b\n\ntwo\n`;
    const entries = await split(text, { maxMessageBytes: 1000 }, 64 * 1024);
    expect(entries.map((entry) => entry.raw === null)).toEqual([true, false]);
    expect(entries[0]?.size).toBe(300_013);
  });

  it("keeps a huge line whole", async () => {
    const huge = "y".repeat(500_000);
    const entries = await split(`${SEPARATOR}\nSubject: a\n\n${huge}\n`, {}, 64 * 1024);
    expect(entries[0]?.raw?.toString()).toBe(`Subject: a\n\n${huge}\n`);
  });

  it("says so when a file is no mailbox, and gives nothing for an empty one", async () => {
    await expect(split("hello\nworld\n")).rejects.toThrow(NotAnMbox);
    expect(await split("")).toEqual([]);
  });

  it("gives back what was joined, whatever the bodies and the chunks", async () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom("", "From here", ">From there", ">>From x", SEPARATOR, `>${SEPARATOR}`, "Subject: x", ">", "-- "),
    );
    const message = fc
      .array(
        line.map((text) => text.replace(/[\r\n]/g, "")),
        { maxLength: 12 },
      )
      .map((lines) => `Subject: x\n\n${lines.map((text) => `${text}\n`).join("")}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { maxLength: 6 }),
        fc.integer({ min: 1, max: 50 }),
        async (messages, chunk) => {
          expect(bodies(await split(join(messages), {}, chunk))).toEqual(messages);
        },
      ),
    );
  });
});
