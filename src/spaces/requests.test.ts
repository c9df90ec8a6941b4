import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";

withDatabase();
beforeAll(() => atStage("founding"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

let rooms = 0;
async function aRoomToAskAt() {
  rooms += 1;
  const slug = `ask-${rooms}`;
  const owner = await aPerson({ admitted: "host-invitation" });
  const member = await aPerson({ admitted: "host-invitation" });
  const space = await aSpace({ slug, visibility: "request", places: [[owner, "owner"]] });
  return { slug, space, owner, member };
}

describe("asking for a place", () => {
  test("waits in a queue that only those who run the space read, and a yes gives the place", async () => {
    const { slug, space, owner, member } = await aRoomToAskAt();
    await (await asked(member)).spaces.ask({ space, words: "I look after ovens." });
    const mine = await (await asked(member)).spaces.bySlug({ slug });
    expect(mine).toMatchObject({ asking: 0, request: { answer: null, words: "I look after ovens." } });
    expect(mine.may).toMatchObject({ ask: false, read: false });
    await expect((await asked(member)).spaces.requests({ slug })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const api = await asked(owner);
    expect((await api.spaces.bySlug({ slug })).asking).toBe(1);
    const [request] = (await api.spaces.requests({ slug })).items;
    expect(request).toMatchObject({ person: { id: member }, words: "I look after ovens." });
    await api.spaces.answer({ request: request?.id ?? "", answer: "accepted", reply: "Welcome." });
    const after = await (await asked(member)).spaces.bySlug({ slug });
    expect(after).toMatchObject({ place: "member", memberCount: 2, may: { read: true }, level: "threads" });
    expect((await api.spaces.requests({ slug })).items).toEqual([]);
  });

  test("once declined, is possible again after a week and not before", async () => {
    const { slug, space, owner, member } = await aRoomToAskAt();
    await (await asked(member)).spaces.ask({ space });
    const [request] = (await (await asked(owner)).spaces.requests({ slug })).items;
    await (await asked(owner)).spaces.answer({ request: request?.id ?? "", answer: "declined", reply: "Not yet." });
    const seen = await (await asked(member)).spaces.bySlug({ slug });
    expect(seen).toMatchObject({ request: { answer: "declined", reply: "Not yet." }, may: { ask: false } });
    const again = (await asked(member)).spaces.ask({ space });
    await expect(again).rejects.toMatchObject({ cause: { key: "askAgainLater", values: { days: 7 } } });
    await at(daysAfter(now(), 7.01), async () => (await asked(member)).spaces.ask({ space }));
    expect((await (await asked(member)).spaces.bySlug({ slug })).request?.answer).toBeNull();
  });

  test("can be taken back and asked again at once; what is answered is not answered twice", async () => {
    const { slug, space, owner, member } = await aRoomToAskAt();
    const api = await asked(member);
    await api.spaces.ask({ space });
    const [request] = (await (await asked(owner)).spaces.requests({ slug })).items;
    await api.spaces.takeAskBack({ space });
    await expect(api.spaces.takeAskBack({ space })).rejects.toMatchObject({ cause: { key: "noOpenRequest" } });
    const late = (await asked(owner)).spaces.answer({ request: request?.id ?? "", answer: "accepted" });
    await expect(late).rejects.toMatchObject({ cause: { key: "requestAnswered" } });
    await (await asked(member)).spaces.ask({ space });
    const twice = (await asked(member)).spaces.ask({ space });
    await expect(twice).rejects.toMatchObject({ cause: { key: "alreadyAsked" } });
  });

  test("is answered by a place that comes another way", async () => {
    const { slug, space, owner, member } = await aRoomToAskAt();
    await (await asked(member)).spaces.ask({ space });
    await (await asked(owner)).spaces.givePlace({ space, person: member, role: "member" });
    const seen = await (await asked(owner)).spaces.bySlug({ slug });
    expect(seen).toMatchObject({ asking: 0, memberCount: 2 });
  });

  test("is for those who cannot simply join, in a space that is in use", async () => {
    const { space, owner, member } = await aRoomToAskAt();
    const open = await aSpace({ visibility: "open" });
    const hidden = await aSpace({ visibility: "private" });
    const host = await aPerson({ roles: ["host"] });
    const keyOf = async (who: PersonId, room: typeof space) => {
      const trying = (await asked(who)).spaces.ask({ space: room });
      return trying.then(
        () => "done",
        (error: { cause?: { key?: string } }) => error.cause?.key,
      );
    };
    expect(await keyOf(member, open)).toBe("justJoin");
    expect(await keyOf(host, space)).toBe("justJoin");
    expect(await keyOf(owner, space)).toBe("alreadyInSpace");
    expect(await keyOf(member, hidden)).toBe("not-found");
    await (await asked(owner)).spaces.archive({ space, archived: true });
    expect(await keyOf(member, space)).toBe("spaceArchived");
  });
});
