import { type ParsedMail, simpleParser } from "mailparser";
import { now } from "@/platform/clock";
import { parseAuthor } from "./author";
import { firstPlausible } from "./date";
import { type Author, shortHash } from "./identity";
import { looksMislabelled, mendHeaders, relabelAsLegacy } from "./mend";

/** A file that came with a mail. Its content is not kept yet, only that it was there. */
export type AttachmentNote = { readonly name: string; readonly type: string; readonly bytes: number };

export type MailMessage = {
  /** Without angle brackets; made from the content when the mail has none. */
  readonly messageId: string;
  /** Message-IDs that the mail answers, the likeliest parent first. */
  readonly answers: readonly string[];
  readonly author: Author;
  readonly sentAt: Date;
  readonly subject: string;
  /** Plain text, LF, without control characters. */
  readonly text: string;
  readonly attachments: readonly AttachmentNote[];
};

/** The bytes of a mail (null when it was too large to keep) and the `From ` line that an archive put before it. */
export type RawMail = { readonly raw: Buffer | null; readonly envelope: string };

/** Why a mail cannot be read. */
export type Unreadable = "too-large" | "unreadable" | "no-author" | "no-date" | "implausible-date";

export type Parsed =
  | { readonly ok: true; readonly message: MailMessage }
  | { readonly ok: false; readonly reason: Unreadable; readonly messageId: string | null };

const MAX_HTML = 2_000_000;
const MAX_ANSWERS = 12;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const CONTROLS = /[\u0000-\u0008\u000B\u000E-\u001F\u007F\uFEFF]/g;
const ID_IN_ANGLES = /<([^<>\s]{1,980})>/g;

function parser(raw: Buffer): Promise<ParsedMail> {
  return simpleParser(raw, {
    skipTextToHtml: true,
    keepCidLinks: true,
    checksumAlgo: false,
    maxHtmlLengthToParse: MAX_HTML,
    maxHeadSize: 256 * 1024,
    maxChildNodes: 500,
  });
}

/** Parses, and parses once more as a legacy charset when the declared one cannot be true. */
async function readMail(raw: Buffer): Promise<ParsedMail> {
  const mended = mendHeaders(raw);
  const mail = await parser(mended);
  return looksMislabelled(mail.text ?? "") ? parser(relabelAsLegacy(mended)) : mail;
}

/** The values of the headers of a name, in lower case, in the order of the mail. */
export type HeaderOf = (name: string) => string[];

function headersOf(mail: ParsedMail): HeaderOf {
  return (name) =>
    mail.headerLines
      .filter((header) => header.key === name)
      .map((header) => header.line.slice(header.line.indexOf(":") + 1))
      .map((line) =>
        Buffer.from(line, "latin1")
          .toString("utf8")
          .replace(/\r?\n(?=[ \t])/g, "")
          .replace(CONTROLS, "")
          .trim(),
      );
}

function idsIn(text: string): string[] {
  return [...text.matchAll(ID_IN_ANGLES)].map((match) => match[1] ?? "").filter((id) => id !== "");
}

/** In-Reply-To first, then References from the last back to the first (RFC 5322, 3.6.4). */
function answersOf(header: HeaderOf): string[] {
  const replies = idsIn(header("in-reply-to").join(" "));
  const references = idsIn(header("references").join(" ")).reverse();
  return [...new Set([...replies, ...references])].slice(0, MAX_ANSWERS);
}

/** A Received header ends in "; date"; the envelope is "From address date". */
function datesOf(header: HeaderOf, envelope: string): string[] {
  const received = header("received").map((line) => line.slice(line.lastIndexOf(";") + 1));
  return [...header("date"), envelope.replace(/^From .*?(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b)/, ""), ...received];
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\f/g, "\n")
    .replace(CONTROLS, "")
    .toWellFormed();
}

function notesOf(mail: ParsedMail): AttachmentNote[] {
  return mail.attachments
    .filter(
      (file) =>
        !file.related && !/^application\/(?:pgp-signature|pkcs7-signature|x-pkcs7-signature)$/.test(file.contentType),
    )
    .map((file) => ({
      name: tidy(file.filename ?? file.contentType)
        .replace(/\s+/g, " ")
        .slice(0, 200),
      type: file.contentType,
      bytes: file.size,
    }));
}

/**
 * Reads one message of an archive. What is broken is mended where the mail itself says how (dates from the envelope,
 * legacy charsets, masked authors); what cannot be mended is refused with a reason and never stops the run.
 */
export async function parseMessage(entry: RawMail): Promise<Parsed> {
  return (await parseWithHeaders(entry)).parsed;
}

/** The same for whoever looks at the headers too. */
export async function parseWithHeaders(entry: RawMail): Promise<{ parsed: Parsed; header: HeaderOf }> {
  const refused = (reason: Unreadable) => ({
    parsed: { ok: false, reason, messageId: null } as const,
    header: () => [],
  });
  if (entry.raw === null) return refused("too-large");
  const mail = await readMail(entry.raw).catch(() => null);
  if (mail === null || mail.headerLines.length === 0) return refused("unreadable");
  const header = headersOf(mail);
  return { parsed: messageOf(mail, header, entry.envelope), header };
}

function messageOf(mail: ParsedMail, header: HeaderOf, envelope: string): Parsed {
  const givenId = idsIn(header("message-id").join(" "))[0] ?? header("message-id")[0]?.replace(/[\s<>]/g, "") ?? "";
  const messageId = givenId === "" ? null : givenId.slice(0, 980).toWellFormed();
  const author = parseAuthor(header("from")[0] ?? header("sender")[0] ?? "", header("reply-to")[0]);
  if (author === null) return { ok: false, reason: "no-author", messageId };
  const sentAt = firstPlausible(datesOf(header, envelope), now());
  if (sentAt === "missing") return { ok: false, reason: "no-date", messageId };
  if (sentAt === "implausible") return { ok: false, reason: "implausible-date", messageId };
  const subject = tidy(mail.subject ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 1000);
  const text = tidy(mail.text ?? "");
  const made = [author.address ?? author.mask ?? author.name, sentAt.toISOString(), subject, text].join("\n");
  return {
    ok: true,
    message: {
      messageId: messageId ?? `${shortHash(made)}@made-from-content.invalid`,
      answers: answersOf(header).filter((id) => id !== messageId),
      author,
      sentAt,
      subject,
      text,
      attachments: notesOf(mail),
    },
  };
}
