import { type Locale, pickLocale } from "@/i18n/locale";
import { refusalWords } from "@/i18n/refusal-words";
import { words } from "@/i18n/words";
import { NOT_NOW, type Postmaster, type Verdict } from "@/mail/inbound/listener";
import { isAutomatic, senderOf } from "@/mail/inbound/marks";
import { ownWords, titleOf } from "@/mail/inbound/own-words";
import { claimMail, type IncomingMailId, type Outcome, requestOf, settleMail } from "@/mail/inbound/records";
import { behindToken } from "@/mail/inbound/reply-address";
import { type Mailbox, mailboxOf, partsOf } from "@/mail/inbound/shape";
import { conversationAt, personAt, spaceAt } from "@/mail/inbound/targets";
import { shortHash } from "@/mail/reading/identity";
import { type HeaderOf, type MailMessage, parseWithHeaders } from "@/mail/reading/parse";
import type { PersonId } from "@/members/shape";
import { type RefusalData, refusalOf } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { reader } from "@/platform/database/client";
import { env } from "@/platform/env";
import { Refusal } from "@/platform/errors";
import { log } from "@/platform/log";
import { createCaller } from "../router";
import { isVouchedFor } from "./authentication";
import { mailPassport } from "./passport";

/** Decides about the mail that comes in: whose words it is, where they go, and whether the router takes them. */
export const postmaster: Postmaster = { knows, receive };

async function knows(address: string): Promise<boolean> {
  const mailbox = mailboxAt(address);
  if (mailbox === null) return false;
  // Whether there is a space is told to nobody before it is known who asks.
  return mailbox.kind === "space" || (await behindToken(reader(), mailbox.token)) !== null;
}

function mailboxAt(address: string): Mailbox | null {
  const parts = partsOf(address);
  return parts === null || parts.domain !== env().MAIL_DOMAIN ? null : mailboxOf(parts.localPart);
}

async function receive(raw: Buffer, address: string): Promise<Verdict> {
  const mailbox = mailboxAt(address);
  const { parsed, header } = await parseWithHeaders({ raw, envelope: "" });
  if (mailbox === null || !parsed.ok) return sentBack("en", new Refusal("invalid", "mailUnreadable"));
  const mail = parsed.message;
  const claim = await claimMail({ messageHash: shortHash(mail.messageId), mailbox: nameOf(mailbox) });
  if (!claim.claimed) return claim.why === "done" ? { taken: true } : NOT_NOW;
  return act(claim.id, { mail, header }, mailbox);
}

function nameOf(mailbox: Mailbox): string {
  return mailbox.kind === "reply" ? `reply+${mailbox.token}` : mailbox.slug;
}

type Incoming = { readonly mail: MailMessage; readonly header: HeaderOf };

async function act(id: IncomingMailId, incoming: Incoming, mailbox: Mailbox): Promise<Verdict> {
  const address = senderOf(incoming.header);
  const author = address === null ? null : await personAt(reader(), address);
  if (isAutomatic(incoming.header)) return settled(id, author, { outcome: "ignored", reason: "automatic" });
  let viewer: Viewer | null = null;
  try {
    const target = await targetOf(mailbox, incoming, author);
    viewer = await mailPassport(reader(), target.personId, target.spaceId);
    if (viewer === null) throw new Refusal("not-allowed", "suspended");
    const caller = createCaller({ viewer, locale: localeOf(viewer), requestId: requestOf(id) });
    return await settled(id, target.personId, { outcome: "taken", ...(await target.write(caller, viewer)) });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    await settled(id, author, { outcome: "refused", reason: refusal.key });
    return sentBack(localeOf(viewer), refusal);
  }
}

type Written = Pick<Extract<Outcome, { outcome: "taken" }>, "conversationId" | "commentId">;
type Target = {
  readonly personId: PersonId;
  readonly spaceId: Parameters<typeof mailPassport>[2];
  readonly write: (caller: ReturnType<typeof createCaller>, viewer: Viewer) => Promise<Written>;
};

async function targetOf(mailbox: Mailbox, incoming: Incoming, author: PersonId | null): Promise<Target> {
  const body = ownWords(incoming.mail);
  if (body === "") throw new Refusal("invalid", "mailEmpty");
  return mailbox.kind === "reply"
    ? answering(mailbox.token, author, body)
    : opening(mailbox.slug, incoming, author, body);
}

/** The token says whose answer it is. The sender's address is looked at too: letters are forwarded. */
async function answering(token: string, author: PersonId | null, body: string): Promise<Target> {
  const behind = await behindToken(reader(), token);
  const conversation = behind === null ? null : await conversationAt(reader(), behind.conversationId);
  if (behind === null || conversation === null) throw new Refusal("not-found");
  if (behind.personId !== author) throw new Refusal("not-allowed", "mailOtherAddress");
  const { personId, conversationId } = behind;
  return {
    personId,
    spaceId: conversation.spaceId,
    write: async (caller) => {
      const done =
        conversation.kind === "post"
          ? await caller.posts.addComment({ post: conversationId, body })
          : await caller.feedback.addComment({ idea: conversationId, body });
      return { conversationId, commentId: done.comment };
    },
  };
}

/** Nothing but the sender's address says who writes to a space, so the server in front must have looked at it. */
async function opening(
  slug: string,
  { mail, header }: Incoming,
  author: PersonId | null,
  body: string,
): Promise<Target> {
  if (author === null) throw new Refusal("not-allowed", "mailStranger");
  const results = header("authentication-results");
  if (!isVouchedFor(results, env().MAIL_IN_AUTHSERV)) throw new Refusal("not-allowed", "mailUnproven");
  const room = await spaceAt(reader(), slug);
  return {
    personId: author,
    spaceId: room?.id ?? null,
    write: async (caller, viewer) => {
      // Whoever is outside learns of no space by asking for its address.
      if (room === null || !viewer.standing.admitted) throw new Refusal("not-found");
      await caller.spaces.bySlug({ slug });
      const title = titleOf(mail, room.name);
      if (title === "") throw new Refusal("invalid", "mailNoSubject");
      const done = await caller.posts.publish({ space: room.id, kind: "discussion", title, body });
      return { conversationId: done.post, commentId: null };
    },
  };
}

async function settled(id: IncomingMailId, personId: PersonId | null, outcome: Outcome): Promise<Verdict> {
  await settleMail(id, personId, outcome);
  log().info({ mail: id, outcome: outcome.outcome }, "incoming mail");
  return { taken: true };
}

function localeOf(viewer: Viewer | null): Locale {
  return pickLocale({ person: viewer?.locale ?? null, cookie: null, acceptLanguage: null });
}

/** The sender's own server puts this line into the mail with which it sends the words back. */
function sentBack(locale: Locale, refusal: Pick<RefusalData, "code" | "key" | "values">): Verdict {
  const { message, fields } = refusalWords(words(locale), refusal);
  const said = [message, ...Object.values(fields).flat()].join(" ");
  return { taken: false, code: 550, said: `5.7.1 ${inAscii(said)}` };
}

/** An answer of SMTP has no letters beyond ASCII (RFC 5321, section 4.2). */
function inAscii(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[^\x20-\x7e]+/g, " ")
    .slice(0, 400);
}
