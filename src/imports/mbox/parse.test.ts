import { Readable } from "node:stream";
import { mail, mbox } from "@tests/support/archive/mbox";
import { richArchive } from "@tests/support/archive/rich";
import { describe, expect, it } from "vitest";
import { type Parsed, parseMessage } from "@/mail/reading/parse";
import { splitMbox } from "./split";

async function parsed(mails: readonly Buffer[]): Promise<Parsed[]> {
  const results: Parsed[] = [];
  for await (const entry of splitMbox(Readable.from([mbox(mails)]), { maxMessageBytes: 1_000_000 })) {
    results.push(await parseMessage(entry));
  }
  return results;
}

async function one(raw: Buffer) {
  const [result] = await parsed([raw]);
  if (!result?.ok) throw new Error("the mail was refused");
  return result.message;
}

describe("reading a mail", () => {
  const rich = richArchive();

  it.each(rich.map((oddity) => [oddity.what, oddity] as const))("copes with %s", async (_, { raw, expect: wanted }) => {
    const [result] = await parsed([raw]);
    expect(result?.ok).toBe(wanted !== null);
    if (!result?.ok || wanted === null) return;
    const { message } = result;
    const seen = {
      text: message.text.trimEnd(),
      subject: message.subject,
      name: message.author.name,
      address: message.author.address,
      sentAt: message.sentAt.toISOString(),
      files: message.attachments.map((file) => file.name),
    };
    expect(seen).toMatchObject(wanted);
  });

  it("finds every one of them again in one file", async () => {
    expect(await parsed(rich.map((oddity) => oddity.raw))).toHaveLength(rich.length);
  });

  it("gives a mail without an id the same one each time, and another mail another", async () => {
    const nameless = { From: "Bo Ek <bo@example.org>", Date: "Mon, 3 May 2004 10:12:00 +0200", Subject: "Hi" };
    const [a, b, c] = [
      await one(mail(nameless, "a\n")),
      await one(mail(nameless, "a\n")),
      await one(mail(nameless, "c\n")),
    ];
    expect(a.messageId).toBe(b.messageId);
    expect(a.messageId).not.toBe(c.messageId);
  });

  it("lists whom a mail answers, the likeliest first", async () => {
    const raw = mail({
      From: "Bo Ek <bo@example.org>",
      Date: "Mon, 3 May 2004 10:12:00 +0200",
      "Message-ID": "<d@x>",
      "In-Reply-To": 'Your message of "Thu" <c@x>',
      References: "<a@x>\n\t<b@x> <c@x> <d@x>",
    });
    expect((await one(raw)).answers).toEqual(["c@x", "b@x", "a@x"]);
  });

  it("refuses with the reason what cannot be read", async () => {
    const from = { From: "Bo Ek <bo@example.org>" };
    const results = [
      ...(await parsed([mail({ ...from, Date: AT }, "x".repeat(1_100_000))])),
      ...(await unenveloped(mail({ ...from, Date: "never" }))),
      ...(await unenveloped(mail({ ...from, Date: "Mon, 3 May 2094 10:12:00 +0200" }))),
    ];
    expect(results.map((result) => (result.ok ? null : result.reason))).toEqual([
      "too-large",
      "no-date",
      "implausible-date",
    ]);
  });
});

const AT = "Mon, 3 May 2004 10:12:00 +0200";

/** Parses a mail whose envelope says nothing about time. */
async function unenveloped(raw: Buffer): Promise<Parsed[]> {
  return [await parseMessage({ envelope: "From nobody", raw })];
}
