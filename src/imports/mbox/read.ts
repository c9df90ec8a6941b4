import type { RefusedMessage } from "@/imports/shape";
import { Identities, shortHash } from "@/mail/reading/identity";
import { type MailMessage, parseMessage } from "@/mail/reading/parse";
import { leadingTags, stripPrefixes, subjectKey } from "@/mail/reading/subject";
import { mailToMarkdown } from "@/mail/reading/text";
import type { Sql } from "@/platform/database/client";
import { render } from "@/posts/render";
import { IMPORTED_BODY_MAX, TITLE_MAX } from "@/posts/shape";
import type { SpaceId } from "@/spaces/shape";
import { alreadyImported } from "./known";
import type { MboxEntry } from "./split";
import type { CopyRow } from "./staging";
import { Column, Forest } from "./thread";

/** Mails that are looked up together, and the characters after which a smaller group goes ahead. */
const GROUP = 200;
const GROUP_CHARACTERS = 8_000_000;

type Waiting = { readonly entry: Omit<MboxEntry, "raw">; readonly message: MailMessage; readonly key: string };

/** Takes the words of a new mail as a row of the staging table; a rehearsal has no need of them. */
export type Stage = (row: CopyRow) => Promise<void>;

/**
 * One reading of an archive: who wrote when and in answer to what is kept, in numbers and hashes; the words go on to
 * the staging table at once. After the last `take`, call `finish`.
 */
export class Reading {
  readonly forest = new Forest();
  readonly authors = new Identities();
  /** By the mail's number in the forest: its author, and the number of the author's address or -1. */
  readonly authorOf = new Column();
  readonly addressOf = new Column();
  readonly addresses: string[] = [];
  readonly subjects = new Set<string>();
  readonly refused: RefusedMessage[] = [];
  read = 0;
  duplicates = 0;
  earliest = Number.POSITIVE_INFINITY;
  latest = Number.NEGATIVE_INFINITY;
  private readonly addressNumbers = new Map<string, number>();
  private readonly tags = new Map<string, number>();
  private waiting: Waiting[] = [];
  private waitingCharacters = 0;

  constructor(
    private readonly db: Sql,
    private readonly space: SpaceId,
    private readonly stage: Stage | null,
  ) {}

  async take(entry: MboxEntry): Promise<void> {
    this.read += 1;
    const parsed = await parseMessage(entry);
    if (!parsed.ok) {
      this.refuse(entry, parsed.messageId, parsed.reason);
      return;
    }
    const { raw: _, ...place } = entry;
    this.waiting.push({ entry: place, message: parsed.message, key: shortHash(parsed.message.messageId) });
    this.waitingCharacters += parsed.message.text.length;
    if (this.waiting.length >= GROUP || this.waitingCharacters > GROUP_CHARACTERS) await this.settle();
  }

  async finish(): Promise<void> {
    await this.settle();
  }

  /** The list's own tags: what a fifth of all subjects begin with says nothing about any of them. */
  noiseTags(): string[] {
    return [...this.tags].filter(([, count]) => count >= 3 && count * 5 >= this.forest.size).map(([tag]) => tag);
  }

  private async settle(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    this.waitingCharacters = 0;
    const known = await alreadyImported(
      this.db,
      this.space,
      group.map((one) => one.key),
    );
    for (const one of group) {
      if (known.has(one.key) || this.forest.has(one.key)) this.duplicates += 1;
      else await this.add(one);
    }
  }

  private async add({ entry, message, key }: Waiting): Promise<void> {
    const body = mailToMarkdown(message.text, message.attachments);
    if (body.length > IMPORTED_BODY_MAX) {
      this.refuse(entry, message.messageId, "too-long-text");
      return;
    }
    const subject = subjectKey(message.subject);
    const subjectHash = subject === "" ? "" : shortHash(subject);
    const answers = message.answers.map(shortHash);
    const n = this.forest.add({ key, sentAt: message.sentAt, subject: subjectHash, answers });
    if (n === null) throw new Error("a mail was added twice");
    if (subjectHash !== "") this.subjects.add(subjectHash);
    this.earliest = Math.min(this.earliest, message.sentAt.getTime());
    this.latest = Math.max(this.latest, message.sentAt.getTime());
    this.authorOf.push(this.authors.note(message.author));
    this.addressOf.push(message.author.address === null ? -1 : this.addressNumber(message.author.address));
    const [tag = ""] = leadingTags(message.subject);
    this.tags.set(tag, (this.tags.get(tag) ?? 0) + (tag === "" ? 0 : 1));
    if (this.stage === null) return;
    const { bodyHtml, excerpt } = render(body);
    const title = titleOf(
      stripPrefixes(message.subject, (one) => one === tag),
      excerpt,
    );
    const tagged = titleOf(
      stripPrefixes(message.subject, () => false),
      excerpt,
    );
    await this.stage([n, tag, title, tagged, body, bodyHtml, excerpt]);
  }

  private addressNumber(address: string): number {
    const known = this.addressNumbers.get(address);
    if (known !== undefined) return known;
    const number = this.addresses.push(address) - 1;
    this.addressNumbers.set(address, number);
    return number;
  }

  private refuse(entry: Omit<MboxEntry, "raw">, messageId: string | null, reason: RefusedMessage["reason"]): void {
    this.refused.push({ number: entry.number, offset: entry.offset, messageId, reason });
  }
}

/** A subject as a title; without one, the first words of the mail. */
function titleOf(subject: string, excerpt: string): string {
  const title = subject.trim() || shortened(excerpt, 80).trim();
  return shortened(title, TITLE_MAX) || "–";
}

function shortened(text: string, most: number): string {
  const letters = [...text.slice(0, most * 2 + 2)];
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}
