import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/platform/env";
import { once } from "@/platform/once";
import { oneLine } from "./compose";
import type { LetterHeaders } from "./shape";

/** A letter as it is handed over. */
export type Outgoing = {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly bodyText: string;
  readonly bodyHtml: string;
  readonly headers?: LetterHeaders;
};

/** Hands a letter to the mail server; throws what the server said. */
export type Send = (letter: Outgoing) => Promise<void>;

const TIMEOUT_MS = 20_000;

/** How letters leave, or null when no mail server is configured. */
export function sender(): Send | null {
  const { SMTP_URL, MAIL_FROM, APP_URL } = env();
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return null;
  const transporter = once(
    "mail.transport",
    (): Transporter =>
      createTransport({
        url: SMTP_URL,
        connectionTimeout: TIMEOUT_MS,
        greetingTimeout: TIMEOUT_MS,
        socketTimeout: TIMEOUT_MS,
      }),
  );
  const domain = new URL(APP_URL).hostname;
  return async (letter) => {
    await transporter.sendMail({
      from: fromOf(MAIL_FROM, letter.headers?.fromName),
      to: { name: "", address: letter.toAddress },
      subject: oneLine(letter.subject),
      text: letter.bodyText,
      html: letter.bodyHtml,
      // The same letter tried twice has the same name, so that a mailbox can tell.
      messageId: letter.headers?.messageId ?? `<${letter.id}@${domain}>`,
      ...sortingOf(letter.headers ?? {}),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
}

/** Our own address, in the name of whoever wrote the words. */
function fromOf(own: string, name: string | undefined): string | { name: string; address: string } {
  if (name === undefined) return own;
  const address = /<([^<>]+)>\s*$/.exec(own)?.[1] ?? own;
  return { name: `${oneLine(name)} · Levain`, address: address.trim() };
}

/** What lets mail programs thread, sort and end mails. */
function sortingOf({ inReplyTo, references, list, replyTo, unsubscribe }: LetterHeaders) {
  return {
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references === undefined ? {} : { references: [...references] }),
    ...(replyTo === undefined ? {} : { replyTo }),
    list: {
      ...(list === undefined ? {} : { id: { url: list.id, comment: oneLine(list.name) } }),
      ...(unsubscribe === undefined ? {} : { unsubscribe: { url: unsubscribe } }),
    },
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      ...(list === undefined ? {} : { Precedence: "list" }),
      ...(unsubscribe === undefined ? {} : { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
  };
}
