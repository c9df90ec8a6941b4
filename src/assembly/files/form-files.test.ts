import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { Client, withServer } from "@tests/support/served";
import { clientAs, picture, statusFor as statusOf, TEXT } from "@tests/support/uploads";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { refusedFormId } from "@/assembly/doors/refused-forms";
import { refusedForm } from "@/assembly/doors/schema";
import { createCaller } from "@/assembly/router";
import { setPhoto } from "@/members/actions/set-photo";
import { cardColumns } from "@/members/queries";
import { file, person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { provideEnv } from "@/platform/env";
import { conversationId } from "@/posts/shape";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";

withDatabase();
const served = withServer();

let mona: PersonId;
let paul: PersonId;
let stranger: PersonId;
let room: SpaceId;
beforeAll(async () => {
  provideEnv({ LEVAIN_DATA_DIR: mkdtempSync(path.join(tmpdir(), "levain-forms-")) });
  await atStage("founding");
  const invited = { admitted: "host-invitation" } as const;
  [mona, paul, stranger] = await Promise.all([aPerson(invited), aPerson(invited), aPerson(invited)]);
  room = await aSpace({
    visibility: "private",
    places: [
      [mona, "member"],
      [paul, "member"],
    ],
  });
});

const as = (who: PersonId) => clientAs(served, who);
const statusFor = (who: PersonId, url: string) => statusOf(served, who, url);

describe("a form without a script", () => {
  async function sent(
    who: PersonId | null,
    verb: string,
    fields: Record<string, string>,
    files: [string, string, Buffer][],
  ) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    for (const [field, name, bytes] of files) form.append(field, new Blob([new Uint8Array(bytes)]), name);
    const client = who === null ? new Client(served) : await as(who);
    return client.send(`/form/${verb}`, { method: "POST", body: form, headers: { origin: served().url } });
  }
  const fields = () => ({
    space: room,
    kind: "discussion",
    title: "Bread",
    body: "with two files",
    _to: "/posts/{post}",
  });

  test("publishes words with the files beside them", async () => {
    const photo = await picture().png().toBuffer();
    const answer = await sent(mona, "posts.publish", fields(), [
      ["files", "a.txt", TEXT],
      ["files", "b.png", photo],
    ]);
    expect(answer.status).toBe(303);
    const post = conversationId.parse(answer.headers.get("location")?.split("/").at(-1));
    const viewer = await viewerFor(paul);
    const seen = await createCaller({ viewer, locale: "en", requestId: "test" }).posts.one({ post });
    expect(seen.files.map((one) => [one.name, one.kind, one.width])).toEqual([
      ["a.txt", "text", null],
      ["b.png", "picture", 1200],
    ]);
  });

  test("comes back with the files that were kept, when one of them or a word is refused", async () => {
    const answer = await sent(mona, "posts.publish", { ...fields(), title: "" }, [["files", "a.txt", TEXT]]);
    const id = new URL(answer.headers.get("location") ?? "", served().url).searchParams.get("refused") ?? "";
    const [kept] = await reader()
      .select()
      .from(refusedForm)
      .where(eq(refusedForm.id, refusedFormId.parse(id)));
    expect(kept?.typed.files).toHaveLength(1);
    const wrong = await sent(mona, "posts.publish", fields(), [["files", "a.txt", Buffer.alloc(0)]]);
    expect(wrong.headers.get("location")).toContain("refused=");
  });

  test("of somebody unknown keeps the words and no file", async () => {
    const before = (await reader().select().from(file)).length;
    const answer = await sent(null, "posts.publish", fields(), [["files", "a.txt", TEXT]]);
    expect(answer.headers.get("location")).toMatch(/^\/sign-in/);
    expect((await reader().select().from(file)).length).toBe(before);
  });

  test("that takes no files is turned away with one", async () => {
    expect((await sent(mona, "members.setPreferences", {}, [["files", "a.txt", TEXT]])).status).toBe(400);
    expect((await sent(mona, "posts.publish", fields(), [["cover", "a.txt", TEXT]])).status).toBe(400);
  });

  test("shows a face, square, to everybody inside, until it is changed or removed", async () => {
    const photo = await picture(900, 600).jpeg().toBuffer();
    expect((await sent(mona, "members.setPhoto", {}, [["photo", "me.jpg", photo]])).status).toBe(303);
    const face = async () => {
      const [row] = await reader().select(cardColumns).from(person).where(eq(person.id, mona));
      return row?.photo ?? null;
    };
    const url = (await face()) ?? "";
    const got = await (await as(stranger)).get(url);
    expect([got.status, got.headers.get("content-type"), got.headers.get("cache-control")]).toEqual([
      200,
      "image/webp",
      "private, max-age=3600",
    ]);
    const facts = await sharp(Buffer.from(await got.arrayBuffer())).metadata();
    expect([facts.width, facts.height]).toEqual([256, 256]);
    await acting(mona, (act) => setPhoto(act, mona, null));
    expect([await face(), await statusFor(stranger, url)]).toEqual([null, 404]);
    const paper = await sent(mona, "members.setPhoto", {}, [["photo", "me.txt", TEXT]]);
    expect(paper.headers.get("location")).toContain("refused=");
  });

  test("lays a cover over a space, wide, for whoever sees the space", async () => {
    const owned = await aSpace({ visibility: "private", places: [[mona, "owner"]] });
    const cover = await picture().png().toBuffer();
    const done = await sent(mona, "spaces.setCover", { space: owned, alt: "Loaves" }, [["cover", "c.png", cover]]);
    expect(done.headers.get("location")).not.toContain("refused");
    const [row] = await reader().select().from(space).where(eq(space.id, owned));
    const url = `/files/${row?.coverId}/cover.webp`;
    expect([row?.coverAlt, await statusFor(mona, url), await statusFor(paul, url)]).toEqual(["Loaves", 200, 404]);
    await sent(mona, "spaces.setCover", { space: owned, alt: "Loaves and a cat" }, []);
    const [told] = await reader().select().from(space).where(eq(space.id, owned));
    expect([told?.coverId, told?.coverAlt]).toEqual([row?.coverId, "Loaves and a cat"]);
    const refused = await sent(paul, "spaces.setCover", { space: room, alt: "x" }, [["cover", "c.png", cover]]);
    expect(refused.headers.get("location")).toContain("refused=");
  });
});
