import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { and, desc, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { flipStage } from "@/launch/actions/flip-stage";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { currentStage } from "@/stages/queries";
import { deliverLetter } from "./deliver";
import { mailReactions } from "./reactions";
import { letter } from "./schema";
import { ATTEMPTS_MAX } from "./shape";

withDatabase();

beforeEach(async () => {
  await transaction(async (tx) => {
    await tx.execute(sql`truncate ${person}, ${event} cascade`);
  });
  await atStage("founding");
});

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

/** Tells every reaction of every event that happened, as the worker does. */
async function tellAll(): Promise<void> {
  const events = await reader().select().from(event);
  for (const row of events)
    for (const one of mailReactions.filter(({ on }) => on === row.name))
      await transaction((tx) =>
        one.run(tx, { ...row, actorId: null, subjectId: row.subject.slice(row.subject.indexOf(":") + 1) }),
      );
}

async function lettersTo(address: string) {
  return reader().select().from(letter).where(eq(letter.toAddress, address)).orderBy(desc(letter.createdAt));
}

test("an invitation becomes one letter in the person's language, however often the event is told", async () => {
  const host = await asked(await aPerson({ roles: ["host"], name: "Hannah" }));
  await host.launch.invite({ addresses: "Nadia <nadia@mail.example>", locale: "fr", note: "Viens & <b>vois</b>." });
  await tellAll();
  await tellAll();
  const [one, ...more] = await lettersTo("nadia@mail.example");
  expect(more).toEqual([]);
  expect(one).toMatchObject({ kind: "invitation", state: "waiting", subject: "Hannah vous invite sur Levain" });
  expect(one?.bodyText).toContain("Bonjour Nadia,");
  expect(one?.bodyText).toContain("Viens & <b>vois</b>.");
  expect(one?.bodyHtml).toContain("Viens &#38; &#60;b&#62;vois");
  expect(one?.bodyHtml).not.toContain("<b>");
});

test("an invitation that was taken back before its letter left is not written", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  await host.launch.invite({ addresses: "gone@mail.example", locale: "en", note: "" });
  const [sent] = (await host.launch.invitations({})).items;
  if (sent === undefined) throw new Error("the invitation is there");
  await host.launch.revokeInvitation({ invitation: sent.id });
  await tellAll();
  expect(await lettersTo("gone@mail.example")).toEqual([]);
});

test("a flip writes one letter to each who gained entry and is to hear of it, and to nobody else", async () => {
  const admin = await aPerson({ roles: ["admin"], address: "admin@mail.example" });
  await aPerson({ address: "waited@mail.example" });
  await aPerson({ address: "archive@mail.example", claimed: false });
  const { version } = await currentStage(reader());
  const input = { to: "general", version, reason: "We are few.", override: "We are few." } as const;
  const { effect } = await acting(admin, (act) => flipStage(act, input));
  await tellAll();
  const all = await reader().select().from(letter).where(eq(letter.kind, "stage-opened"));
  expect(all.map((one) => one.toAddress)).toEqual(["waited@mail.example"]);
  expect(effect.letters).toBe(all.length);
});

test("the hosts hear that somebody asks to come in, once; admins only where nobody is host", async () => {
  await aPerson({ roles: ["host"], address: "host@mail.example" });
  await aPerson({ roles: ["admin"], address: "admin@mail.example" });
  const waiting = await asked(await aPerson({ name: "Eve\r\nBcc: all@mail.example" }));
  await waiting.launch.askToJoin({ needs: "help", brings: "cake" });
  await waiting.launch.askToJoin({ needs: "help!", brings: "cake" });
  await tellAll();
  const [one, ...more] = await lettersTo("host@mail.example");
  expect(more).toEqual([]);
  expect(await lettersTo("admin@mail.example")).toEqual([]);
  // What is in a name never becomes a header.
  expect(one?.subject).toBe("Eve Bcc: all@mail.example asks to come in");
});

async function aLetter() {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const address = `${Math.random().toString(36).slice(2)}@mail.example`;
  await host.launch.invite({ addresses: address, locale: "en", note: "" });
  await tellAll();
  const [one] = await lettersTo(address);
  if (one === undefined) throw new Error("the letter is there");
  const look = async () => {
    const [row] = await reader()
      .select()
      .from(letter)
      .where(and(eq(letter.id, one.id)));
    return row;
  };
  return { id: one.id, look };
}

test("without a mail server a letter is kept, and an admin reads it and no host", async () => {
  const { id, look } = await aLetter();
  await deliverLetter({ letterId: id }, null);
  expect(await look()).toMatchObject({ state: "kept", sentAt: null });
  const admin = await asked(await aPerson({ roles: ["admin"] }));
  expect(await admin.mail.letter({ letter: id })).toMatchObject({ state: "kept", may: { resend: true } });
  const host = await asked(await aPerson({ roles: ["host"] }));
  await expect(host.mail.letters({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(host.mail.letter({ letter: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a letter leaves once, whatever the queue does", async () => {
  const { id, look } = await aLetter();
  const left: string[] = [];
  const send = async ({ toAddress }: { toAddress: string }) => {
    left.push(toAddress);
  };
  await deliverLetter({ letterId: id }, send);
  await deliverLetter({ letterId: id }, send);
  expect(left).toHaveLength(1);
  expect(await look()).toMatchObject({ state: "sent", attempts: 1 });
});

test("a server that is away is tried again; one that refuses for good is not, and an admin may send again", async () => {
  const { id, look } = await aLetter();
  const away = async () => {
    throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNECTION" });
  };
  await expect(deliverLetter({ letterId: id }, away)).rejects.toThrow("ECONNREFUSED");
  expect(await look()).toMatchObject({ state: "waiting", attempts: 1, problem: "connect ECONNREFUSED" });
  const refuses = async () => {
    throw Object.assign(new Error("550 no such mailbox"), { responseCode: 550 });
  };
  await deliverLetter({ letterId: id }, refuses);
  expect(await look()).toMatchObject({ state: "failed", problem: "550 no such mailbox" });
  const admin = await asked(await aPerson({ roles: ["admin"] }));
  await admin.mail.resend({ letter: id });
  expect(await look()).toMatchObject({ state: "waiting", attempts: 0, problem: "" });
  await expect(admin.mail.resend({ letter: id })).rejects.toMatchObject({ code: "CONFLICT" });
  await transaction((tx) =>
    tx
      .update(letter)
      .set({ attempts: ATTEMPTS_MAX - 1 })
      .where(eq(letter.id, id)),
  );
  await deliverLetter({ letterId: id }, away);
  expect(await look()).toMatchObject({ state: "failed" });
});

async function stateOf(id: PersonId, state: "active" | "suspended" | "left"): Promise<void> {
  await transaction((tx) => tx.update(person).set({ state }).where(eq(person.id, id)));
}

test.each(["suspended", "left"] as const)(
  "nobody who is %s is written to, not even a letter under way",
  async (state) => {
    const { id, look } = await aLetter();
    const to = (await look())?.personId;
    if (!to) throw new Error("the letter is somebody's");
    await stateOf(to, state);
    const left: string[] = [];
    await deliverLetter({ letterId: id }, async ({ toAddress }) => {
      left.push(toAddress);
    });
    expect(left).toEqual([]);
    expect(await look()).toMatchObject({ state: "failed", sentAt: null });
    const admin = await asked(await aPerson({ roles: ["admin"] }));
    expect(await admin.mail.letter({ letter: id })).toMatchObject({ may: { resend: false } });
    await expect(admin.mail.resend({ letter: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await stateOf(to, "active");
    await admin.mail.resend({ letter: id });
    expect(await look()).toMatchObject({ state: "waiting" });
  },
);

test("an opening that was taken back before its letters were written is not told", async () => {
  const admin = await aPerson({ roles: ["admin"], address: "first@mail.example" });
  await aPerson({ address: "hoped@mail.example", admitted: "member-invitation" });
  const flipTo = async (to: "early" | "founding") => {
    const { version } = await currentStage(reader());
    await acting(admin, (act) => flipStage(act, { to, version, reason: "because", override: "because" }));
  };
  await flipTo("early");
  await flipTo("founding");
  await tellAll();
  expect(await lettersTo("hoped@mail.example")).toEqual([]);
});
