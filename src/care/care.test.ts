import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { aComment, asked } from "@tests/support/posts";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { setShown } from "@/members/actions/set-shown";
import { KEPT_FIELDS, type WhoSees } from "@/members/privacy-shape";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { reader, transaction } from "@/platform/database/client";
import { publishPost } from "@/posts/actions/publish-post";
import { spaceMember } from "@/spaces/schema";
import { ownDeeds } from "./activity";
import { besideProfile } from "./beside";
import { answerAsk, askOffer } from "./offers/actions/ask-offer";
import { changeOffer, makeOffer } from "./offers/actions/make-offer";
import { askById, offerById } from "./offers/queries";
import { type ASK_STATES, answersTo, OFFERS_MAX } from "./offers/shape";
import type { Deeds } from "./shape";
import { giveThanks, showThanks } from "./thanks/actions/give-thanks";
import { thanksShape } from "./thanks/shape";

withDatabase();
beforeEach(() => atStage("founding"));

const ADMITTED = { admitted: "host-invitation" } as const;

function as<T>(actor: PersonId, work: (act: Act) => Promise<T>): Promise<T> {
  return transaction((tx) => work({ tx, actor, requestId: "test" }));
}

async function beside(who: PersonId, of: PersonId) {
  return besideProfile(reader(), await viewerFor(who), of);
}

test("whatever is answered to an ask, it comes to an end", () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (choices) => {
      let state: (typeof ASK_STATES)[number] = "asked";
      let steps = 0;
      for (const choice of choices) {
        const next = answersTo(state);
        const chosen = next[choice % Math.max(1, next.length)];
        if (chosen === undefined) break;
        state = chosen;
        steps += 1;
      }
      expect(steps).toBeLessThanOrEqual(2);
      expect(answersTo(state)).not.toContain(state);
    }),
  );
});

test("an ask is read and answered by the two of them alone", async () => {
  const [helper, asker, other] = [
    await aPerson(ADMITTED),
    await aPerson(ADMITTED),
    await aPerson({ roles: ["admin"] }),
  ];
  await as(helper, (act) => makeOffer(act, "An hour on pivot tables."));
  const id = (await beside(asker, helper)).offers[0]?.id ?? ("" as never);
  const seen = await offerById(reader(), await viewerFor(asker), id);
  if (seen === null) throw new Error("an offer is seen");
  await as(asker, (act) => askOffer(act, seen, "Tuesday, for the stock list?"));
  await expect(as(asker, (act) => askOffer(act, seen, "Again"))).rejects.toThrow();
  expect((await beside(other, helper)).offers[0]?.asks).toEqual([]);
  const asks = (await beside(helper, helper)).offers[0]?.asks ?? [];
  expect(asks).toMatchObject([{ by: { id: asker }, words: "Tuesday, for the stock list?", state: "asked" }]);
  const ask = asks[0]?.id ?? ("" as never);
  expect(await askById(reader(), await viewerFor(other), ask)).toBeNull();
  const told = async () => (await askById(reader(), await viewerFor(helper), ask)) ?? fail();
  await expect(as(helper, async (act) => answerAsk(act, await told(), "done"))).rejects.toThrow();
  await as(helper, async (act) => answerAsk(act, await told(), "accepted"));
  await as(helper, async (act) => answerAsk(act, await told(), "done"));
  expect((await beside(asker, helper)).offers[0]?.asks).toMatchObject([{ state: "done" }]);
  await as(helper, (act) => changeOffer(act, seen, "removed"));
  expect((await beside(asker, helper)).offers).toEqual([]);
});

function fail(): never {
  throw new Error("it is there");
}

test("offers are few, and are seen by whom their owner chose", async () => {
  const [helper, other] = [await aPerson(ADMITTED), await aPerson(ADMITTED)];
  for (let n = 0; n < OFFERS_MAX; n += 1) await as(helper, (act) => makeOffer(act, `Offer ${n}`));
  await expect(as(helper, (act) => makeOffer(act, "One too many"))).rejects.toThrow();
  const [first] = (await beside(other, helper)).offers;
  const nobody = Object.fromEntries(KEPT_FIELDS.map((field) => [field, "nobody"])) as WhoSees;
  await as(helper, (act) => setShown(act, nobody));
  expect((await beside(other, helper)).offers).toEqual([]);
  expect(await offerById(reader(), await viewerFor(other), first?.id ?? fail())).toBeNull();
  expect((await beside(helper, helper)).offers).toHaveLength(OFFERS_MAX);
});

test("thanks are read by others once the thanked person agrees, and hidden when they say so", async () => {
  const [giver, thanked, other] = [
    await aPerson(ADMITTED),
    await aPerson(ADMITTED),
    await aPerson({ roles: ["host"] }),
  ];
  const viewer = await viewerFor(giver);
  await as(giver, (act) => giveThanks(act, viewer, thanked, { words: "For your patience.", about: null }));
  const read = async (who: PersonId) => (await beside(who, thanked)).thanks.map(({ state }) => state);
  expect([await read(other), await read(giver), await read(thanked)]).toEqual([[], ["waiting"], ["waiting"]]);
  const id = (await beside(thanked, thanked)).thanks[0]?.id ?? fail();
  await as(thanked, (act) => showThanks(act, id, true));
  expect(await read(other)).toEqual(["shown"]);
  await as(thanked, (act) => showThanks(act, id, false));
  expect(await read(other)).toEqual([]);
});

test("thanks name words only that both read, and show them only to whoever reads them", async () => {
  const [giver, thanked, other] = [await aPerson(ADMITTED), await aPerson(ADMITTED), await aPerson(ADMITTED)];
  const space = await aSpace({
    visibility: "private",
    places: [
      [giver, "member"],
      [thanked, "member"],
    ],
  });
  const words = { kind: "discussion", title: "Behind the door", body: "Words" } as const;
  const post = await as(giver, (act) => publishPost(act, space, words));
  const input = thanksShape.parse({ words: "For this.", about: `https://levain.example/posts/${post}` });
  const viewer = await viewerFor(giver);
  await expect(as(giver, (act) => giveThanks(act, viewer, other, input))).rejects.toThrow();
  await as(giver, (act) => giveThanks(act, viewer, thanked, input));
  const [given] = (await beside(thanked, thanked)).thanks;
  expect(given?.about).toMatchObject({ title: "Behind the door" });
  await as(thanked, (act) => showThanks(act, given?.id ?? fail(), true));
  expect((await beside(other, thanked)).thanks).toMatchObject([{ words: "For this.", about: null }]);
  expect(thanksShape.safeParse({ words: "x", about: "https://elsewhere.example" }).success).toBe(false);
});

test("one's own activity is paged to its end, each thing once, and names nothing that was closed", async () => {
  const me = await aPerson(ADMITTED);
  const [open, shut] = [await aSpace({ visibility: "open" }), await aSpace({ visibility: "private" })];
  const words = (title: string) => ({ kind: "discussion", title, body: "Words" }) as const;
  for (let n = 0; n < 5; n += 1) await as(me, (act) => publishPost(act, open, words(`Open ${n}`)));
  await as(me, (act) => publishPost(act, shut, words("Shut")));
  const viewer = await viewerFor(me);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await ownDeeds(reader(), viewer, { deeds: "written", after, take: 2 });
    seen.push(...page.items.map(({ text }) => text));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen.toSorted()).toEqual(["Open 0", "Open 1", "Open 2", "Open 3", "Open 4"]);
  for (const deeds of ["voted", "reacted", "saved", "following", "helping"] as const)
    expect((await ownDeeds(reader(), viewer, { deeds, take: 10 })).next).toBeNull();
});

test("one's own activity has what one reacted to and keeps, each once, for oneself alone, while it may be read", async () => {
  const [me, other] = [await aPerson(ADMITTED), await aPerson(ADMITTED)];
  const places = [
    [me, "member"],
    [other, "member"],
  ] as const;
  const room = await aSpace({ visibility: "private", places });
  const api = await asked(me);
  const post = await as(other, (act) => publishPost(act, room, { kind: "discussion", title: "Loved", body: "Words" }));
  const [kept, gone] = [await aComment(other, post), await aComment(other, post)];
  await api.posts.react({ post, add: "thanks" });
  await api.posts.reactToComment({ comment: kept, add: "agree" });
  await api.posts.reactToComment({ comment: gone, add: "agree" });
  await api.posts.save({ post });
  await (await asked(other)).posts.removeComment({ comment: gone });
  const mine = async (who: PersonId, deeds: Deeds) => (await (await asked(who)).care.mine({ deeds })).items;
  expect(await mine(me, "reacted")).toMatchObject([
    { kind: "reaction", sign: "agree", comment: kept, conversation: post, text: "Loved" },
    { kind: "reaction", sign: "thanks", comment: null, conversation: post },
  ]);
  expect(await mine(me, "saved")).toMatchObject([{ kind: "saved", conversation: post, sign: null }]);
  const first = await api.care.mine({ deeds: "reacted", take: 1 });
  expect((await api.care.mine({ deeds: "reacted", take: 1, after: first.next ?? "" })).items).toMatchObject([
    { sign: "thanks" },
  ]);
  expect([await mine(other, "reacted"), await mine(other, "saved")]).toEqual([[], []]);
  await transaction((tx) => tx.delete(spaceMember).where(eq(spaceMember.personId, me)));
  expect([await mine(me, "reacted"), await mine(me, "saved")]).toEqual([[], []]);
});
