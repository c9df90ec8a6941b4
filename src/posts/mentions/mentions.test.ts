import { aBoard } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import type { SpaceId } from "@/spaces/shape";
import { mention } from "./schema";

withDatabase();

let ada: PersonId;
let ruth: PersonId;
let paul: PersonId;
let host: PersonId;
let closed: SpaceId;
let open: SpaceId;

beforeAll(async () => {
  await atStage("founding");
  const admitted = "host-invitation" as const;
  ada = await aPerson({ name: "Ada Author", admitted });
  ruth = await aPerson({ name: "Ruth Ndiaye", admitted });
  paul = await aPerson({ name: "Paul Martin", admitted, claimed: false });
  host = await aPerson({ name: "Hannah Host", roles: ["host"] });
  await aPerson({ name: "Waiting Walter" });
  const places = [
    [ada, "member"],
    [ruth, "owner"],
  ] as const;
  closed = await aSpace({ slug: "closed-room", visibility: "private", places });
  open = await aSpace({ slug: "open-room", places });
});

async function as(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function post(by: PersonId, space: SpaceId, body: string, more: object = {}) {
  const api = await as(by);
  const done = await api.posts.publish({ space, kind: "discussion", title: "T", body, ...more });
  return { ...(await api.posts.one({ post: done.post })), id: done.post };
}

async function made(id: string) {
  const rows = await reader()
    .select()
    .from(event)
    .where(eq(event.subject, `conversation:${id}`));
  return rows.filter((row) => row.name === "mention.made").map((row) => row.payload);
}

describe("people who are named", () => {
  test("are kept as a link that outlives their name, and told once", async () => {
    const done = await post(ada, open, "Dear @ruth ndiaye, and me, @Ada Author.");
    expect(done.body).toBe(`Dear [@Ruth Ndiaye](/people/${ruth}), and me, [@Ada Author](/people/${ada}).`);
    expect(done.bodyHtml).toContain(`<a href="/people/${ruth}" class="mention">@Ruth Ndiaye</a>`);
    expect(done.excerpt).toBe("Dear @Ruth Ndiaye, and me, @Ada Author.");
    expect(await made(done.id)).toEqual([
      { conversationId: done.id, commentId: null, personIds: [ruth], spaceId: null },
    ]);
    const api = await as(ada);
    await api.posts.edit({ post: done.id, title: "T", body: "Dear @Ruth Ndiaye, dear @Paul Martin." });
    expect((await made(done.id)).at(-1)).toMatchObject({ personIds: [paul] });
    await api.posts.edit({ post: done.id, title: "T", body: "Nobody." });
    expect(await reader().select().from(mention).where(eq(mention.conversationId, done.id))).toEqual([]);
  });

  test("may be named in a comment, by a link whose words do not decide who is meant", async () => {
    const { id } = await post(ada, open, "Hello");
    const api = await as(ada);
    const { comment } = await api.posts.addComment({ post: id, body: `See [@The director](/people/${paul})` });
    expect((await api.posts.comment({ comment })).body).toBe(`See [@Paul Martin](/people/${paul})`);
    expect(await made(id)).toEqual([{ conversationId: id, commentId: comment, personIds: [paul], spaceId: null }]);
  });

  test("and may not read the place: the writer is asked first, and nothing is sent", async () => {
    const body = "@Paul Martin must not know, @Waiting Walter neither.";
    await expect(post(ada, closed, body)).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { fields: { aware: ["mentions.unread"] }, values: { unread: "Paul Martin, Waiting Walter" } },
    });
    const done = await post(ada, closed, body, { aware: "yes" });
    expect(done.body).toBe(body);
    expect(await made(done.id)).toEqual([]);
  });

  test("and have a name that others have: nobody is guessed, and whom an edited text meant is still meant", async () => {
    const admitted = "host-invitation" as const;
    const [first, second] = [
      await aPerson({ name: "Jean Petit", admitted }),
      await aPerson({ name: "Jean Petit", admitted }),
    ];
    await expect(post(ada, open, "@Jean Petit?")).rejects.toMatchObject({
      cause: { values: { unclear: "Jean Petit" } },
    });
    const { people } = await (await as(ada)).posts.names({ space: open, text: "petit" });
    expect(people.map((one) => one.insert)).toEqual([first, second].sort().map((id) => `[@Jean Petit](/people/${id})`));
    const done = await post(ada, open, `[@Jean Petit](/people/${second})!`);
    const api = await as(ada);
    await api.posts.edit({ post: done.id, title: "T", body: "@Jean Petit, again" });
    expect((await api.posts.one({ post: done.id })).body).toBe(`[@Jean Petit](/people/${second}), again`);
    expect(await made(done.id)).toHaveLength(1);
  });
});

describe("a whole space", () => {
  test("is called by its owners, who confirm how many are told; for others it is a word", async () => {
    await expect(post(ruth, open, "Hear, @space!")).rejects.toMatchObject({
      cause: { fields: { everyone: ["mentions.everyone"] }, values: { count: 1 } },
    });
    const done = await post(ruth, open, "Hear, @espace!", { everyone: "yes" });
    expect(done.body).toBe("Hear, [@espace](/spaces/open-room)!");
    expect(await made(done.id)).toEqual([{ conversationId: done.id, commentId: null, personIds: [], spaceId: open }]);
    await (await as(ruth)).posts.edit({ post: done.id, title: "T", body: "Hear, @espace, again!" });
    expect(await made(done.id)).toHaveLength(1);
    const plain = await post(ada, open, "Hear, @space, [@space](/spaces/open-room)!");
    expect(plain.body).toBe("Hear, @space, @space!");
    expect(await made(plain.id)).toEqual([]);
  });
});

describe("a space that is named", () => {
  test("is a link where every reader may know of it, and stays what was typed where not", async () => {
    const outside = await post(ada, open, "#closed-room and #open-room");
    expect(outside.body).toMatch(/^#closed-room and \[#Room \w+\]\(\/spaces\/open-room\)$/);
    const within = await post(ada, closed, "#closed-room");
    expect(within.body).toMatch(/^\[#Room \w+\]\(\/spaces\/closed-room\)$/);
    const api = await as(ada);
    expect(await api.posts.spaceNames({ text: "closed" })).toEqual([]);
    expect(await api.posts.spaceNames({ text: "closed", here: closed })).toHaveLength(1);
    expect(await (await as(host)).posts.spaceNames({ text: "closed", here: closed })).toEqual([]);
  });
});

describe("whom one may name", () => {
  test("are those who read the place, found by the beginning of any word, without accents, the seeded too", async () => {
    const elise = await aPerson({ name: "Élise Saint-Marc", admitted: "host-invitation" });
    const names = async (space: SpaceId, text: string) =>
      (await (await as(ada)).posts.names({ space, text })).people.map((one) => one.id);
    expect(await names(open, "elise")).toEqual([elise]);
    expect(await names(open, "MARC")).toEqual([elise]);
    expect(await names(open, "saint-m")).toEqual([elise]);
    expect(await names(open, "mart")).toEqual([paul]);
    expect(await names(open, "walter")).toEqual([]);
    expect(await names(closed, "mart")).toEqual([]);
    expect(await names(closed, "ndi")).toEqual([ruth]);
    expect(await names(open, "%")).toEqual([]);
  });

  test("everybody, for those who may call them, with their number", async () => {
    const asked = async (id: PersonId) => (await (await as(id)).posts.names({ space: open, text: "esp" })).everyone;
    expect(await asked(ruth)).toEqual({ word: "espace", count: 1 });
    expect(await asked(host)).toEqual({ word: "espace", count: 2 });
    expect(await asked(ada)).toBeNull();
  });
});

test("whoever reads a board may be named on it, and no space is called there", async () => {
  const { id: board } = await aBoard();
  const api = await as(ruth);
  const { people, everyone } = await api.feedback.names({ board, text: "mart" });
  expect([people.map((one) => one.insert), everyone]).toEqual([["@Paul Martin"], null]);
  const { idea } = await api.feedback.suggest({
    board,
    title: "T",
    body: "@Paul Martin, @Waiting Walter",
    need: "like",
    aware: "yes",
  });
  expect(await made(idea)).toEqual([{ conversationId: idea, commentId: null, personIds: [paul], spaceId: null }]);
  const { comment } = await api.feedback.addComment({ idea, body: "@Hannah Host @space" });
  expect(await made(idea)).toHaveLength(2);
  await api.feedback.editComment({ comment, body: "@Hannah Host, @Ada Author" });
  expect((await made(idea)).at(-1)).toMatchObject({ personIds: [ada], commentId: comment });
});

test("a preview is what will stand there, with what comes of the names in it", async () => {
  const body = "  # Title\n@Ruth Ndiaye, @Paul Martin, @space, #closed-room :tada:\n";
  const preview = await (await as(ruth)).posts.preview({ space: closed, body });
  const done = await post(ruth, closed, body, { everyone: "yes", aware: "yes" });
  expect(preview).toEqual({ bodyHtml: done.bodyHtml, unread: ["Paul Martin"], unclear: [], everyone: 1 });
  expect(done.bodyHtml).toContain("🎉");
});

test("and so it is for any text", async () => {
  const { id } = await post(ada, open, "Hello");
  const api = await as(ada);
  const { comment } = await api.posts.addComment({ post: id, body: "x" });
  const part = fc.constantFrom(
    "@Ruth Ndiaye",
    "@Jean Petit",
    "@space",
    "#open-room",
    "#closed-room",
    ":tada:",
    " ",
    "\n\n",
    "> ",
    "`",
    "**",
    "# ",
    "word",
  );
  const words = fc
    .array(part, { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(""))
    .filter((body) => body.trim() !== "");
  await fc.assert(
    fc.asyncProperty(words, async (body) => {
      const preview = await api.posts.preview({ space: open, body });
      await api.posts.editComment({ comment, body, everyone: "yes", aware: "yes" });
      expect((await api.posts.comment({ comment })).bodyHtml).toBe(preview.bodyHtml);
    }),
    { numRuns: 40 },
  );
});
