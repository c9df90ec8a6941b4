import { TITLE_MAX } from "@/posts/shape";
import type { MailMessage } from "../reading/parse";
import { stripPrefixes } from "../reading/subject";
import { mailToMarkdown, NO_WORDS } from "../reading/text";

const QUOTE = /^>/;

/**
 * What somebody wrote in an answer, without the conversation that their program copied below it: that stands on the
 * page already. Quotes between their own lines stay, since the answers belong to them.
 * @returns Markdown; empty when they wrote nothing themselves
 */
export function ownWords(mail: MailMessage): string {
  const lines = mailToMarkdown(mail.text).split("\n");
  const last = lines.findLastIndex((line) => line.trim() !== "" && !QUOTE.test(line));
  const words = lines
    .slice(0, last + 1)
    .join("\n")
    .trim();
  return words === NO_WORDS ? "" : words;
}

/**
 * A subject as a title: without "Re:" and without the tag that the space's own letters carry.
 * @param tag the space's name, as letters put it in square brackets
 */
export function titleOf(mail: MailMessage, tag: string): string {
  return [...stripPrefixes(mail.subject, (one) => one === tag.toLowerCase())].slice(0, TITLE_MAX).join("");
}
