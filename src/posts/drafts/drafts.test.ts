import { randomUUID } from "node:crypto";
import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { transaction } from "@/platform/database/client";
import type { SpaceId } from "@/spaces/shape";
import { sweepDrafts } from "./actions";
import { DRAFT_DAYS, DRAFTS_MAX, draftPlaces } from "./shape";

withDatabase();

let ada: PersonId;
let room: SpaceId;

beforeAll(async () => {
  await atStage("founding");
  ada = await aPerson({ admitted: "host-invitation" });
  room = await aSpace({ places: [[ada, "member"]] });
});

async function as(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const path = "/spaces/x/compose";

test("a draft is its author's alone, and goes when it is sent", async () => {
  const api = await as(ada);
  const place = draftPlaces.newPost(room);
  await api.posts.saveDraft({ place, path, title: "Half", body: "a word", base: 0 });
  expect(await api.posts.draft({ place })).toMatchObject({
    title: "Half",
    body: "a word",
    version: 1,
    overtaken: null,
  });
  const other = await as(await aPerson({ admitted: "host-invitation" }));
  expect(await other.posts.draft({ place })).toBeNull();
  expect((await other.posts.drafts({})).items).toEqual([]);
  const { post } = await api.posts.publish({ space: room, kind: "discussion", title: "Whole", body: "words" });
  expect(await api.posts.draft({ place })).toBeNull();
  for (const one of [draftPlaces.comment(post), draftPlaces.edit(post)])
    await api.posts.saveDraft({ place: one, path, body: "unsent", base: 0 });
  const { comment } = await api.posts.addComment({ post, body: "sent" });
  await api.posts.edit({ post, title: "Whole", body: "other words" });
  await api.posts.saveDraft({ place: draftPlaces.editComment(comment), path, body: "unsent", base: 0 });
  await api.posts.editComment({ comment, body: "sent again" });
  expect((await api.posts.drafts({})).items).toEqual([]);
});

test("of two devices the newest wins, and the other text can be had back", async () => {
  const api = await as(ada);
  const place = `new-idea:${randomUUID()}`;
  const save = (body: string, base: number) => api.posts.saveDraft({ place, path, body, base });
  expect(await save("from the phone", 0)).toMatchObject({ version: 1, overtaken: null });
  expect(await save("from the desk", 0)).toMatchObject({ version: 2, overtaken: { body: "from the phone" } });
  expect(await save("from the desk, longer", 2)).toMatchObject({ version: 3, overtaken: { body: "from the phone" } });
  expect(await save("", 1)).toMatchObject({ version: 3 });
  expect((await api.posts.draft({ place }))?.body).toBe("from the desk, longer");
  expect(await save("", 3)).toMatchObject({ version: 0 });
  expect(await api.posts.draft({ place })).toBeNull();
  expect(await save("late, from a page that was sent", 3)).toMatchObject({ version: 0 });
  expect(await api.posts.draft({ place })).toBeNull();
});

test("two tabs that begin at once lose nothing", async () => {
  const api = await as(ada);
  const place = `new-idea:${randomUUID()}`;
  await Promise.all(["one", "two", "three"].map((body) => api.posts.saveDraft({ place, path, body, base: 0 })));
  const kept = await api.posts.draft({ place });
  expect(kept?.version).toBe(3);
  expect(kept?.overtaken?.body).not.toBe(kept?.body);
});

test("nobody keeps more than some, and nothing is kept for ever", async () => {
  const bob = await aPerson();
  const api = await as(bob);
  const first = `new-idea:${randomUUID()}`;
  const long = daysAfter(now(), -DRAFT_DAYS - 1);
  await at(long, () => api.posts.saveDraft({ place: first, path, body: "first" }));
  for (let n = 0; n < DRAFTS_MAX; n += 1)
    await api.posts.saveDraft({ place: `new-idea:${randomUUID()}`, path, body: `${n}` });
  expect(await api.posts.draft({ place: first })).toBeNull();
  const old = await as(await aPerson());
  await at(long, () => old.posts.saveDraft({ place: first, path, body: "first" }));
  await transaction((tx) => sweepDrafts(tx));
  expect(await old.posts.draft({ place: first })).toBeNull();
  const page = await api.posts.drafts({ take: 20 });
  const rest = await api.posts.drafts({ take: 50, after: page.next ?? "" });
  expect(new Set([...page.items, ...rest.items].map((one) => one.place)).size).toBe(DRAFTS_MAX);
});
