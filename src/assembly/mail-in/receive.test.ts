import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { createTransport, type SentMessageInfo } from "nodemailer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listenForMail } from "@/mail/inbound/listener";
import { requestOf } from "@/mail/inbound/records";
import { replyAddressFor } from "@/mail/inbound/reply-address";
import { incomingMail } from "@/mail/inbound/schema";
import { shortHash } from "@/mail/reading/identity";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { provideEnv } from "@/platform/env";
import { newId } from "@/platform/ids";
import { addComment } from "@/posts/actions/add-comment";
import { comment, conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import type { SpaceId } from "@/spaces/shape";
import { createCaller } from "../router";
import { postmaster } from "./receive";

withDatabase();

const DOMAIN = "levain.test";
let port = 0;
let close = async () => {};

let ana: PersonId;
let room: SpaceId;
let hidden: SpaceId;
let talk: ConversationId;

beforeAll(async () => {
  provideEnv({ MAIL_DOMAIN: DOMAIN });
  await atStage("founding");
  ana = await aPerson({ name: "Ana Lopes", address: "ana@firm.test", admitted: "host-invitation" });
  room = await aSpace({ slug: "garden", places: [[ana, "owner"]] });
  hidden = await aSpace({ slug: "hidden", visibility: "private" });
  const caller = createCaller({ viewer: await viewerFor(ana), locale: "en", requestId: "" });
  talk = (await caller.posts.publish({ space: room, kind: "discussion", title: "Beans", body: "When?" })).post;
  ({ port, close } = await listenForMail(postmaster, { host: "127.0.0.1", port: 0, protocol: "smtp", domain: DOMAIN }));
});
afterAll(() => close());

type Mail = { from: string; to: string | string[]; text: string; subject?: string; id?: string; headers?: object };

/** Hands a mail over as another server would; gives what ours said. */
async function send(mail: Mail): Promise<string> {
  const transport = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
  const { id, headers, ...rest } = mail;
  return transport
    .sendMail({ subject: "Re: Beans", ...rest, messageId: id, headers: { ...headers } })
    .then((sent: SentMessageInfo) => String(sent.response))
    .catch((error: Error & { response?: string }) => error.response ?? error.message)
    .finally(() => transport.close());
}

async function said(): Promise<{ authorId: PersonId; body: string; via: string }[]> {
  return reader()
    .select({ authorId: comment.authorId, body: comment.body, via: comment.via })
    .from(comment)
    .where(eq(comment.conversationId, talk))
    .orderBy(comment.createdAt, comment.id);
}

const tokenOf = async (id: PersonId): Promise<string> =>
  (await transaction((tx) => replyAddressFor(tx, id, talk))) ?? "";

const ANSWER = [
  "In May, after the *last* frost.",
  "",
  "-- ",
  "Ana, head gardener",
  "",
  "On Monday, Levain wrote:",
  "> When?",
].join("\n");

describe("an answer by mail", () => {
  test("becomes a comment of the person whom the address was given to, without what was quoted below it", async () => {
    expect(await send({ from: "Ana <ANA@firm.test>", to: await tokenOf(ana), text: ANSWER })).toMatch(/^250/);
    expect(await said()).toEqual([{ authorId: ana, body: "In May, after the \\*last\\* frost.", via: "mail" }]);
  });

  test("is taken once, however often it is handed over", async () => {
    const before = (await said()).length;
    const mail = { from: "ana@firm.test", to: await tokenOf(ana), text: "Twice?", id: "<twice@firm.test>" };
    const answers = await Promise.all([send(mail), send(mail), send(mail)]);
    expect(answers.filter((one) => one.startsWith("250")).length).toBeGreaterThan(0);
    for (const one of answers) expect(one).toMatch(/^(250|451)/);
    expect(await send(mail)).toMatch(/^250/);
    expect((await said()).length).toBe(before + 1);
  });

  test("that a process acted on before it died is not acted on again", async () => {
    const before = (await said()).length;
    const id = newId<"incoming-mail">();
    const to = await tokenOf(ana);
    const row = { id, messageHash: shortHash("died@firm.test"), mailbox: to.split("@")[0] ?? "", outcome: "under-way" };
    const early = daysAfter(now(), -0.5);
    await transaction(async (tx) => {
      await tx.insert(incomingMail).values({ ...row, outcome: "under-way", at: early });
      await addComment({ tx, actor: ana, requestId: requestOf(id) }, talk, { body: "Before the end." });
    });
    expect(await send({ from: "ana@firm.test", to, text: "Before the end.", id: "<died@firm.test>" })).toMatch(/^250/);
    expect((await said()).length).toBe(before + 1);
  });

  test("from another address than the letter went to is sent back", async () => {
    const other = await aPerson({ address: "bo@firm.test", admitted: "host-invitation" });
    expect(other).not.toBe(ana);
    expect(await send({ from: "bo@firm.test", to: await tokenOf(ana), text: "Me." })).toMatch(/^550 5\.7\.1 This addr/);
    expect(await send({ from: "no@one.test", to: await tokenOf(ana), text: "Me." })).toMatch(/^550 5\.7\.1 This addr/);
  });

  test("without a word of one's own is sent back, in the writer's language and in letters that mail servers read", async () => {
    await transaction((tx) => tx.update(person).set({ locale: "fr" }).where(eq(person.id, ana)));
    const quoted = "On Monday, Levain wrote:\n> When?";
    expect(await send({ from: "ana@firm.test", to: await tokenOf(ana), text: quoted })).toMatch(/^550 5\.7\.1/);
    const long = await send({ from: "ana@firm.test", to: await tokenOf(ana), text: "mot ".repeat(20_000) });
    expect(long).toMatch(/^550 5\.7\.1 [\x20-\x7e]+trop long/);
    await transaction((tx) => tx.update(person).set({ locale: null }).where(eq(person.id, ana)));
  });

  test.each([{ "Auto-Submitted": "auto-replied" }, { Precedence: "bulk" }, { "List-Id": "<garden.example>" }])(
    "that a program wrote is passed over: %o",
    async (headers) => {
      const before = (await said()).length;
      expect(await send({ from: "ana@firm.test", to: await tokenOf(ana), text: "I am away.", headers })).toMatch(
        /^250/,
      );
      expect((await said()).length).toBe(before);
    },
  );

  test("to an address that nobody was given, or that is not ours, finds nobody", async () => {
    const lost = { from: "ana@firm.test", text: "Hello?" };
    expect(await send({ ...lost, to: `reply+${"a".repeat(32)}@${DOMAIN}` })).toMatch(/550 5\.1\.1/);
    expect(await send({ ...lost, to: "garden@elsewhere.test" })).toMatch(/550 5\.1\.1/);
  });

  test("that is too large is refused with that reason", async () => {
    const huge = "x".repeat(76).concat("\n").repeat(210_000);
    expect(await send({ from: "ana@firm.test", to: await tokenOf(ana), text: huge })).toMatch(/552/);
  });
});

describe("those who are not inside yet", () => {
  test("take part by mail where they have a place, and nowhere else", async () => {
    await atStage("groundwork");
    const grace = await aPerson({ address: "grace@firm.test", claimed: false });
    const mine = await aSpace({ slug: "orchard", places: [[grace, "member"]] });
    expect(await send({ from: "grace@firm.test", to: `orchard@${DOMAIN}`, subject: "Pears", text: "Ripe." })).toMatch(
      /^250/,
    );
    const [opened] = await reader().select().from(conversation).where(eq(conversation.authorId, grace));
    expect(opened).toMatchObject({ title: "Pears", body: "Ripe.", via: "mail" });
    expect(mine).toBeDefined();
    expect(await send({ from: "grace@firm.test", to: `garden@${DOMAIN}`, subject: "No", text: "No." })).toMatch(/^550/);
    expect(await send({ from: "grace@firm.test", to: await tokenOf(grace), text: "No." })).toMatch(/^550/);
    await atStage("founding");
  });

  test("and have no place get one answer, whether the space is open, hidden or does not exist", async () => {
    await atStage("groundwork");
    await aPerson({ address: "outside@firm.test", claimed: false });
    const mail = { from: "outside@firm.test", subject: "Hi", text: "Hi." };
    const absent = await send({ ...mail, to: `no-such-space@${DOMAIN}` });
    expect(absent).toMatch(/^550/);
    for (const slug of ["garden", "hidden"]) expect(await send({ ...mail, to: `${slug}@${DOMAIN}` })).toBe(absent);
    await atStage("founding");
  });

  test("and were suspended are told so and heard nowhere", async () => {
    const out = await aPerson({ address: "out@firm.test", state: "suspended" });
    await aSpace({ slug: "closed-to-out", places: [[out, "member"]] });
    const mail = { from: "out@firm.test", subject: "Hi", text: "Hi." };
    const answer = await send({ ...mail, to: `closed-to-out@${DOMAIN}` });
    expect(answer).toMatch(/^550 5\.7\.1 Your access is suspended/);
    for (const slug of ["garden", "hidden", "no-such-space"])
      expect(await send({ ...mail, to: `${slug}@${DOMAIN}` })).toBe(answer);
  });
});

describe("a mail to a space", () => {
  test("opens a conversation, and needs a subject for it", async () => {
    const mail = { from: "ana@firm.test", to: `Garden@${DOMAIN}`, text: "Who has room?" };
    expect(await send({ ...mail, subject: "Fwd: Seedlings" })).toMatch(/^250/);
    expect(await send({ ...mail, subject: "" })).toMatch(/^550 5\.7\.1 A mail that opens/);
    const rows = await reader().select().from(conversation).where(eq(conversation.title, "Seedlings"));
    expect(rows).toHaveLength(1);
  });

  test("gets one answer whether the space is hidden from the writer or does not exist", async () => {
    expect(hidden).toBeDefined();
    const mail = { from: "ana@firm.test", subject: "", text: "Anybody?" };
    const absent = await send({ ...mail, to: `no-such-space@${DOMAIN}` });
    expect(absent).toMatch(/^550/);
    expect(await send({ ...mail, to: `hidden@${DOMAIN}` })).toBe(absent);
    expect(await send({ ...mail, subject: "There", to: `hidden@${DOMAIN}` })).toBe(absent);
  });

  test("is taken from known people only, and where it must be proved, only with the proof of the server in front", async () => {
    const to = `garden@${DOMAIN}`;
    expect(await send({ from: "stranger@firm.test", to, subject: "Hi", text: "Hi." })).toMatch(
      /^550 5\.7\.1 Levain does/,
    );
    provideEnv({ MAIL_IN_AUTHSERV: "mx.firm.test" });
    const mail = { from: "ana@firm.test", to, subject: "Proof", text: "Hi." };
    const results = (value: string) => ({ headers: { "Authentication-Results": value } });
    expect(await send(mail)).toMatch(/^550 5\.7\.1 It cannot/);
    expect(await send({ ...mail, ...results("mx.firm.test; dmarc=fail") })).toMatch(/^550/);
    expect(await send({ ...mail, ...results("mx.evil.test; dmarc=pass") })).toMatch(/^550/);
    expect(await send({ ...mail, ...results("mx.firm.test; spf=pass; dmarc=pass header.from=firm.test") })).toMatch(
      /^250/,
    );
    provideEnv({ MAIL_IN_AUTHSERV: "" });
  });
});

describe("a sender who claims to be somebody else", () => {
  const raw = (from: string) =>
    [...from.split("\n"), `To: garden@${DOMAIN}`, "Subject: Forged", `Message-ID: <${Math.random()}@evil.test>`].join(
      "\r\n",
    );

  test.each([
    ["by a list's name and an address to answer to", "From: Ana via List <me@evil.test>\nReply-To: ana@firm.test"],
    ["by a sender beside the author", "From: Nobody\nSender: ana@firm.test"],
    ["by a second author", "From: me@evil.test, ana@firm.test"],
    ["by a second header", "From: ana@firm.test\nFrom: me@evil.test"],
    ["in the way of archives", "From: ana at firm.test (Ana Lopes)"],
    ["by words around an address", "From: Ana <me@evil.test> ana@firm.test"],
  ])("is nobody whom Levain knows: %s", async (_, headers) => {
    const head = `${raw(headers)}\r\nDate: ${new Date().toUTCString()}\r\n\r\nHi.`;
    const answer = await postmaster.receive(Buffer.from(head), `garden@${DOMAIN}`);
    expect(answer).toMatchObject({ taken: false, said: expect.stringContaining("does not know the address") });
  });
});

test("over LMTP each address has its own answer", async () => {
  const lmtp = await listenForMail(postmaster, { host: "127.0.0.1", port: 0, protocol: "lmtp", domain: DOMAIN });
  const transport = createTransport({ host: "127.0.0.1", port: lmtp.port, lmtp: true, ignoreTLS: true });
  const to = [`garden@${DOMAIN}`, `hidden@${DOMAIN}`];
  const sent: SentMessageInfo = await transport.sendMail({ from: "ana@firm.test", to, subject: "Both", text: "Hi." });
  expect(sent.accepted).toEqual([to[0]]);
  expect(sent.rejected).toEqual([to[1]]);
  transport.close();
  await lmtp.close();
});
