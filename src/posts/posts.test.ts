import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { addComment } from "./actions/add-comment";
import { publishPost } from "./actions/publish-post";
import { commentsOf, mayDoInSpace } from "./comments";
import { feed } from "./feed";
import { postById } from "./queries";

withDatabase();

async function asked(id: Awaited<ReturnType<typeof aPerson>>) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

test("a post is published with its event, and the feed shows it to those who read the space", async () => {
  await atStage("founding");
  const author = await aPerson({ admitted: "host-invitation" });
  const stranger = await aPerson();
  const room = await aSpace({ places: [[author, "member"]] });
  const api = await asked(author);
  const { post } = await api.posts.publish({ space: room, kind: "discussion", title: "Hello", body: "A *first* word" });
  const read = await api.posts.one({ post });
  expect(read.bodyHtml).toContain("<em>first</em>");
  expect(read.excerpt).toBe("A first word");
  const [written] = await reader()
    .select()
    .from(event)
    .where(eq(event.subject, `post:${post}`));
  expect(written?.name).toBe("post.published");
  expect((await api.posts.feed({})).items.map((item) => item.id)).toContain(post);
  await expect((await asked(stranger)).posts.one({ post })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
});

test("a failing write leaves nothing behind", async () => {
  await atStage("founding");
  const author = await aPerson({ admitted: "host-invitation" });
  const room = await aSpace({ places: [[author, "member"]] });
  await expect(
    acting(author, async (act) => {
      await publishPost(act, room, { kind: "discussion", title: "Gone", body: "gone" });
      throw new Error("after the write");
    }),
  ).rejects.toThrow("after the write");
  const { items } = await feed(reader(), await viewerFor(author), { space: room }, { take: 20 });
  expect(items).toEqual([]);
});

test("a thread pages by key and misses nothing", async () => {
  await atStage("founding");
  const author = await aPerson({ admitted: "host-invitation" });
  const room = await aSpace({ places: [[author, "member"]] });
  const id = await acting(author, (act) => publishPost(act, room, { kind: "question", title: "Long", body: "?" }));
  const written: string[] = [];
  for (let n = 0; n < 25; n += 1)
    written.push(await acting(author, (act) => addComment(act, id, { body: `answer ${n}` })));
  const viewer = await viewerFor(author);
  const post = await postById(reader(), viewer, id);
  if (post === null) throw new Error("the post is there");
  expect(post.commentCount).toBe(25);
  const read: string[] = [];
  let after: string | undefined;
  do {
    const page = await commentsOf(reader(), viewer, [id], { after, take: 10 }, mayDoInSpace(viewer, post.facts.space));
    read.push(...page.items.map((item) => item.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(read).toEqual(written);
});

test("only its author edits a post; an owner of the space may remove it", async () => {
  await atStage("founding");
  const author = await aPerson({ admitted: "host-invitation" });
  const owner = await aPerson({ admitted: "host-invitation" });
  const room = await aSpace({
    places: [
      [author, "member"],
      [owner, "owner"],
    ],
  });
  const post = await acting(author, (act) => publishPost(act, room, { kind: "discussion", title: "Mine", body: "x" }));
  const api = await asked(owner);
  await expect(api.posts.edit({ post, title: "Yours", body: "y" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await api.posts.remove({ post });
  await expect(api.posts.one({ post })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an announcement is for owners, hosts and admins", async () => {
  await atStage("founding");
  const author = await aPerson({ admitted: "host-invitation" });
  const host = await aPerson({ roles: ["host"] });
  const room = await aSpace({ places: [[author, "member"]] });
  const words = { space: room, kind: "announcement", title: "Hear", body: "all" } as const;
  await expect((await asked(author)).posts.publish(words)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect((await asked(host)).posts.publish(words)).resolves.toHaveProperty("post");
});
