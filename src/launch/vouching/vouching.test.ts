import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { admission, launchState } from "@/stages/schema";
import { invitation, joinRequest } from "../schema";
import { leaveQueueInTime } from "./queue";

withDatabase();

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function holderOf(address: string): Promise<PersonId> {
  const [row] = await reader().select().from(personAddress).where(eq(personAddress.address, address));
  if (row === undefined) throw new Error("somebody has this address");
  return row.personId;
}

function openRequestOf(id: PersonId) {
  return reader()
    .select()
    .from(joinRequest)
    .where(and(eq(joinRequest.personId, id), isNull(joinRequest.closedAt)));
}

let count = 0;
const fresh = () => {
  count += 1;
  return `colleague.${count}@test.example`;
};

beforeEach(async () => {
  await atStage("early");
  await transaction(async (tx) => {
    await tx.delete(joinRequest);
    await tx.update(launchState).set({ memberInvitations: 3 });
  });
});

const aMember = (name = "Mona") => aPerson({ admitted: "host-invitation", name });

test("from early access on, whoever a member invites comes in under that member's name", async () => {
  const me = await aMember();
  const member = await asked(me);
  const address = fresh();
  await member.vouching.invite({ address, name: "Nadia Faure", locale: "fr", note: "Viens." });
  const guest = await holderOf(address);
  expect((await viewerFor(guest)).standing).toMatchObject({ admitted: true, because: "member-invitation" });
  const letters = await reader().select().from(invitation).where(eq(invitation.personId, guest));
  expect(letters).toMatchObject([{ address, invitedBy: me, note: "Viens." }]);
  expect(await openRequestOf(guest)).toEqual([]);
  expect(await member.vouching.mine()).toMatchObject({ left: 2, opens: true, items: [{ address, state: "waiting" }] });
});

test("before that it opens no door: it vouches, and the colleague stands first in the queue", async () => {
  await atStage("founding");
  const stranger = await aPerson();
  const waiting = await asked(stranger);
  await at(daysAfter(now(), -9), () => waiting.launch.askToJoin({ needs: "", brings: "" }));
  const [mona, omar] = [await asked(await aMember("Mona")), await asked(await aMember("Omar"))];
  const address = fresh();
  await mona.vouching.invite({ address });
  await omar.vouching.invite({ address });
  const guest = await holderOf(address);
  expect((await viewerFor(guest)).standing.admitted).toBe(false);
  expect((await mona.vouching.mine()).opens).toBe(false);
  const host = await asked(await aPerson({ roles: ["host"] }));
  const first = await host.launch.requests({ take: 1 });
  expect(first.items).toMatchObject([{ person: { id: guest }, vouchedBy: ["Mona", "Omar"] }]);
  const second = await host.launch.requests({ take: 1, after: first.next ?? "" });
  expect(second).toMatchObject({ items: [{ person: { id: stranger }, vouchedBy: [] }], next: null });
  expect((await waiting.launch.waiting()).request?.before).toBe(1);
  expect((await (await asked(guest)).launch.waiting()).request?.before).toBe(0);
  expect((await host.waves.desk({ size: 1 })).wave).toMatchObject([{ id: guest, because: "vouched" }]);
});

test("a member has three, gets one back by taking it back, and by one that ran out", async () => {
  const member = await asked(await aMember());
  const { invitation: first } = await member.vouching.invite({ address: fresh() });
  await member.vouching.invite({ address: fresh() });
  await member.vouching.invite({ address: fresh() });
  const one = { address: fresh() };
  await expect(member.vouching.invite(one)).rejects.toMatchObject({
    cause: { code: "too-many", key: "vouchNoneLeft", values: { number: 3 } },
  });
  await member.vouching.takeBack({ invitation: first });
  expect((await member.vouching.mine()).left).toBe(1);
  await expect(member.vouching.takeBack({ invitation: first })).rejects.toMatchObject({ code: "CONFLICT" });
  const later = daysAfter(now(), 31);
  expect((await at(later, () => member.vouching.mine())).left).toBe(3);
});

test("two invitations at once take no more than the last one", async () => {
  await transaction((tx) => tx.update(launchState).set({ memberInvitations: 1 }));
  const member = await asked(await aMember());
  const settled = await Promise.allSettled([fresh(), fresh()].map((address) => member.vouching.invite({ address })));
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("what was taken up cannot be taken back, and goes on counting", async () => {
  const member = await asked(await aMember());
  const address = fresh();
  const { invitation: id } = await member.vouching.invite({ address });
  const guest = await holderOf(address);
  await transaction((tx) => tx.update(admission).set({ acceptedAt: now() }).where(eq(admission.personId, guest)));
  await expect(member.vouching.takeBack({ invitation: id })).rejects.toMatchObject({ cause: { key: "vouchTakenUp" } });
  expect((await at(daysAfter(now(), 99), () => member.vouching.mine())).left).toBe(2);
});

test("whoever was put in the queue by members alone leaves it with the last of them; who asked in person stays", async () => {
  await atStage("founding");
  const [mona, omar] = [await asked(await aMember("Mona")), await asked(await aMember("Omar"))];
  const address = fresh();
  const one = await mona.vouching.invite({ address });
  const other = await omar.vouching.invite({ address });
  const guest = await holderOf(address);
  await mona.vouching.takeBack(one);
  expect(await openRequestOf(guest)).toHaveLength(1);
  await omar.vouching.takeBack(other);
  expect(await openRequestOf(guest)).toEqual([]);
  const asks = await aPerson({ address: fresh() });
  await (await asked(asks)).launch.askToJoin({ needs: "colleagues", brings: "" });
  const [row] = await reader().select().from(personAddress).where(eq(personAddress.personId, asks));
  await mona.vouching.takeBack(await mona.vouching.invite({ address: row?.address ?? "" }));
  expect(await openRequestOf(asks)).toHaveLength(1);
});

test("a host who takes a member's invitation back takes its person out of the queue, and so does time", async () => {
  await atStage("founding");
  const mona = await asked(await aMember("Mona"));
  const host = await asked(await aPerson({ roles: ["host"] }));
  const { invitation: taken } = await mona.vouching.invite({ address: fresh() });
  const address = fresh();
  const { invitation: old } = await mona.vouching.invite({ address });
  const guest = await holderOf(address);
  await host.launch.revokeInvitation({ invitation: taken });
  const open = await reader().select().from(joinRequest).where(isNull(joinRequest.closedAt));
  expect(open.map(({ personId }) => personId)).toEqual([guest]);
  await at(daysAfter(now(), 29), leaveQueueInTime);
  expect(await openRequestOf(guest)).toHaveLength(1);
  await at(daysAfter(now(), 31), leaveQueueInTime);
  expect(await openRequestOf(guest)).toEqual([]);
  await at(daysAfter(now(), 32), () => host.launch.resendInvitation({ invitation: old }));
  expect(await openRequestOf(guest)).toHaveLength(1);
});

test("who cannot be invited, with the reason", async () => {
  const mine = "me.myself@test.example";
  const member = await asked(await aPerson({ admitted: "host-invitation", address: mine }));
  const refused = (address: string) =>
    member.vouching.invite({ address }).then(
      () => "done",
      ({ cause }) => cause.key,
    );
  const [inside, suspended, byHost, known] = [fresh(), fresh(), fresh(), fresh()];
  await aPerson({ address: inside, roles: ["host"] });
  await aPerson({ address: suspended, state: "suspended" });
  const host = await asked(await aPerson({ roles: ["host"] }));
  await atStage("groundwork");
  await host.launch.invite({ addresses: byHost });
  await atStage("founding");
  await aPerson({ address: known, claimed: false });
  expect(await refused(mine)).toBe("inviteSelf");
  expect(await refused(inside)).toBe("inviteInsideOne");
  expect(await refused(suspended)).toBe("vouchHostsOnly");
  expect(await refused(byHost)).toBe("inviteInsideOne");
  expect(await refused("friend@elsewhere.example")).toBe("vouchDomain");
  expect(await refused(known)).toBe("done");
  expect(await refused(known)).toBe("vouchTwice");
});

test("an invitation of another member is not found, and whoever waits invites nobody", async () => {
  const { invitation: id } = await (await asked(await aMember())).vouching.invite({ address: fresh() });
  const other = await asked(await aMember("Omar"));
  await expect(other.vouching.takeBack({ invitation: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(other.vouching.takeBack({ invitation: newId<"invitation">() })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const outside = await asked(await aPerson());
  await expect(outside.vouching.invite({ address: fresh() })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
});

test("word of mouth is counted among those who came, and an admin says how many each member has", async () => {
  const admin = await asked(await aPerson({ roles: ["admin"] }));
  const before = (await admin.launch.room()).wordOfMouth;
  const member = await asked(await aMember());
  const address = fresh();
  await member.vouching.invite({ address });
  const guest = await holderOf(address);
  await transaction((tx) => tx.update(admission).set({ acceptedAt: now() }).where(eq(admission.personId, guest)));
  // The member came by an invitation of a host, the guest by one of the member.
  const { sent, came, of } = before;
  expect((await admin.launch.room()).wordOfMouth).toEqual({ sent: sent + 1, came: came + 1, of: of + 2 });
  await admin.vouching.setNumber({ number: 0 });
  expect(await member.vouching.mine()).toMatchObject({ number: 0, left: 0 });
  await expect(member.vouching.setNumber({ number: 9 })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
