import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { and, eq, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { person, personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { HOUR } from "@/platform/durations";
import { newId } from "@/platform/ids";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import { admission } from "@/stages/schema";
import { invitePerson } from "./actions/invite";
import { launchReactions } from "./reactions";
import { joinRequest } from "./schema";

withDatabase();

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const words = { locale: "fr", note: "Viens voir." } as const;

test("only hosts and admins invite", async () => {
  await atStage("founding");
  const member = await asked(await aPerson({ admitted: "host-invitation" }));
  await expect(member.launch.invite({ addresses: "a@test.example", ...words })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const outside = await asked(await aPerson());
  await expect(outside.launch.invitations({})).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
});

test("lines that cannot be invited are named, and then nobody is invited", async () => {
  await atStage("founding");
  const me = await aPerson({ roles: ["host"], address: "me@lines.example" });
  await aPerson({ address: "gone@lines.example", state: "suspended" });
  await aPerson({ address: "in@lines.example", roles: ["admin"] });
  const host = await asked(me);
  await host.launch.invite({ addresses: "twice@lines.example", ...words });
  await atStage("groundwork");
  const addresses = [
    "fresh@lines.example",
    "no address",
    "ME@lines.example",
    "gone@lines.example, in@lines.example",
    "twice@lines.example",
  ].join("\n");
  await expect(host.launch.invite({ addresses, ...words })).rejects.toMatchObject({
    cause: {
      code: "invalid",
      key: "inviteLines",
      fields: { addresses: ["inviteBad", "inviteOwn", "inviteSuspended", "inviteInside", "inviteInvited"] },
      values: { inviteBad: "2", inviteOwn: "3", inviteSuspended: "4", inviteInside: "4", inviteInvited: "5" },
    },
  });
  const fresh = await reader().select().from(personAddress).where(eq(personAddress.address, "fresh@lines.example"));
  expect(fresh).toEqual([]);
});

test("an invitation seeds the person in the chosen language and lets them in for thirty days", async () => {
  await atStage("founding");
  const host = await asked(await aPerson({ roles: ["host"], name: "Hannah" }));
  const addresses = '"Nadia Faure" <nadia@seed.example>';
  expect(await host.launch.invite({ addresses, ...words })).toEqual({ invited: 1 });
  const { items } = await host.launch.invitations({ state: "waiting" });
  const mine = items.find((item) => item.address === "nadia@seed.example");
  expect(mine).toMatchObject({ note: "Viens voir.", invitedBy: "Hannah", person: { displayName: "Nadia Faure" } });
  if (mine === undefined) throw new Error("the invitation is there");
  const [row] = await reader().select().from(person).where(eq(person.id, mine.person.id));
  expect(row).toMatchObject({ locale: "fr", claimedAt: null });
  expect((await viewerFor(mine.person.id)).standing).toMatchObject({ admitted: true, because: "host-invitation" });
  const late = daysAfter(now(), 31);
  const expired = await at(late, () => host.launch.invitations({ state: "expired" }));
  expect(expired.items.map((item) => item.id)).toContain(mine.id);
  await host.launch.revokeInvitation({ invitation: mine.id });
  expect((await viewerFor(mine.person.id)).standing.admitted).toBe(false);
  await expect(host.launch.revokeInvitation({ invitation: mine.id })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(host.launch.resendInvitation({ invitation: mine.id })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a letter is sent again only after an hour, and the invitation then runs anew", async () => {
  await atStage("founding");
  const host = await asked(await aPerson({ roles: ["host"] }));
  await host.launch.invite({ addresses: "again@seed.example", ...words });
  const [one] = (await host.launch.invitations({})).items;
  if (one === undefined) throw new Error("the invitation is there");
  await expect(host.launch.resendInvitation({ invitation: one.id })).rejects.toMatchObject({
    code: "TOO_MANY_REQUESTS",
  });
  const later = new Date(now().getTime() + 40 * 24 * HOUR);
  await at(later, () => host.launch.resendInvitation({ invitation: one.id }));
  const [again] = (await at(later, () => host.launch.invitations({}))).items;
  expect(again).toMatchObject({ id: one.id, state: "waiting", sentAt: later });
});

test("two hosts who invite the same person at once invite once", async () => {
  await atStage("founding");
  const someone = await aPerson();
  const hosts = [await aPerson({ roles: ["host"] }), await aPerson({ roles: ["host"] })];
  const settled = await Promise.allSettled(hosts.map((id) => acting(id, (act) => invitePerson(act, someone, ""))));
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const facts = await reader().select().from(admission).where(eq(admission.personId, someone));
  expect(facts).toHaveLength(1);
});

test("whoever waits asks once, keeps the place when the words change, and is told the order", async () => {
  await atStage("founding");
  const [first, second] = [await aPerson(), await aPerson()];
  const one = await asked(first);
  const two = await asked(second);
  await at(daysAfter(now(), -2), () => one.launch.askToJoin({ needs: "colleagues", brings: "" }));
  await two.launch.askToJoin({ needs: "", brings: "cake" });
  await one.launch.askToJoin({ needs: "colleagues in Leeds", brings: "maps" });
  expect(await one.launch.waiting()).toMatchObject({ admitted: false, request: { before: 0, brings: "maps" } });
  expect(await two.launch.waiting()).toMatchObject({ request: { before: 1, brings: "cake" } });
  await one.launch.takeRequestBack();
  expect(await two.launch.waiting()).toMatchObject({ request: { before: 0 } });
  await expect(one.launch.takeRequestBack()).rejects.toMatchObject({ code: "CONFLICT" });
  const inside = await asked(await aPerson({ roles: ["host"] }));
  await expect(inside.launch.askToJoin({})).rejects.toMatchObject({ code: "CONFLICT" });
  const { items } = await inside.launch.requests({});
  expect(items.map((item) => item.person.id)).toEqual([second]);
  await inside.launch.invitePerson({ person: second });
  expect((await inside.launch.requests({})).items).toEqual([]);
});

test("the door tells of the stage and of oneself, and of nothing inside", async () => {
  await atStage("founding");
  const api = await asked(await aPerson());
  expect(Object.keys(await api.launch.waiting()).toSorted()).toEqual([
    "admitted",
    "announced",
    "faces",
    "follows",
    "invited",
    "letters",
    "request",
    "since",
    "stage",
    "suspended",
  ]);
  expect(await api.stages.standing()).toMatchObject({ stage: "founding", standing: { admitted: false } });
});

test("a flip that lets people in answers their requests", async () => {
  await atStage("founding");
  const waiting = await aPerson();
  await (await asked(waiting)).launch.askToJoin({ needs: "", brings: "" });
  await atStage("general");
  const react = launchReactions.find((one) => one.name === "launch.close-requests-on-flip");
  await transaction(async (tx) => {
    const payload = { from: "pilot", to: "general", version: 2 };
    const flipId = newId<"flip">();
    await tx.execute(sql`insert into flip (id, from_stage, to_stage, version, flipped_at, gates, effect)
      values (${flipId}::uuid, 'pilot', 'general', 2, now(), '[]', '{}')`);
    const told = {
      id: newId<"event">(),
      name: "stage.flipped",
      actorId: null,
      subjectId: flipId,
      requestId: "",
      at: now(),
    };
    await react?.run(tx, { ...told, payload });
  });
  const open = await reader()
    .select()
    .from(joinRequest)
    .where(and(eq(joinRequest.personId, waiting), isNull(joinRequest.closedAt)));
  expect(open).toEqual([]);
});

test("an invitation that is none of theirs answers a member like one that never was", async () => {
  await atStage("founding");
  const host = await asked(await aPerson({ roles: ["host"] }));
  await host.launch.invite({ addresses: "secret@parity.example", ...words });
  const [sent] = (await host.launch.invitations({})).items;
  if (sent === undefined) throw new Error("the invitation is there");
  const member = await asked(await aPerson({ admitted: "host-invitation" }));
  for (const invitation of [sent.id, newId<"invitation">()]) {
    await expect(member.launch.revokeInvitation({ invitation })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(member.launch.resendInvitation({ invitation })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});

test("what was written where a host may not read counts for nothing among the authors of an archive", async () => {
  await atStage("founding");
  const host = await aPerson({ roles: ["host"] });
  const author = await aPerson({ name: "Unasked", claimed: false });
  const look = async () => {
    const { items } = await (await asked(host)).launch.seededAuthors({ take: 50 });
    return items.find((one) => one.id === author);
  };
  const hidden = await aSpace({ visibility: "private" });
  const open = await aSpace({});
  const publish = (room: typeof open) =>
    acting(author, (act) => publishPost(act, room, { kind: "discussion", title: "t", body: "b" }));
  const secret = await publish(hidden);
  await acting(author, (act) => addComment(act, secret, { body: "c" }));
  expect(await look()).toBeUndefined();
  await publish(open);
  const seen = await look();
  expect(seen).toMatchObject({ words: 1 });
  await at(daysAfter(now(), 1), () => acting(author, (act) => addComment(act, secret, { body: "c" })));
  expect(await look()).toEqual(seen);
});
