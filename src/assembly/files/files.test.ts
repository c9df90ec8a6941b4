import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage } from "@tests/support/people";
import { Client, withServer } from "@tests/support/served";
import { clientAs, picture, statusFor as statusOf, TEXT } from "@tests/support/uploads";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { keepHouse } from "@/assembly/housekeeping";
import { keyOf } from "@/members/files/keys";
import { type FileId, fileId } from "@/members/files/shape";
import { file } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { provideEnv } from "@/platform/env";
import { rateLimit } from "@/platform/limits/schema";
import { storage } from "@/platform/storage/storage";
import { editPost } from "@/posts/actions/edit-words";
import { publishPost } from "@/posts/actions/publish-post";
import { removePost } from "@/posts/actions/remove-words";
import { conversation } from "@/posts/schema";
import type { SpaceId } from "@/spaces/shape";
import type { Uploaded } from "../doors/upload";

withDatabase();
const served = withServer();
const data = mkdtempSync(path.join(tmpdir(), "levain-files-"));

let mona: PersonId;
let paul: PersonId;
let stranger: PersonId;
let room: SpaceId;
beforeAll(async () => {
  provideEnv({ LEVAIN_DATA_DIR: data });
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

async function upload(who: PersonId, bytes: Buffer, name: string, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set("file", new Blob([new Uint8Array(bytes)]), name);
  const client = await as(who);
  const headers = { origin: served().url, accept: "application/json" };
  const answer = await client.send("/api/files", { method: "POST", body: form, headers });
  const body: unknown = await answer.json();
  return { status: answer.status, done: body as Uploaded, said: JSON.stringify(body) };
}

/** A ZIP archive of one entry of so many megabytes of nothing. */
function bomb(name: string, megabytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });
  const head = Buffer.alloc(30);
  head.write("PK\u0003\u0004", "latin1");
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(megabytes * 1024 * 1024, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}

describe("an uploaded picture", () => {
  test("comes out upright, in measure, in small too, and without the place where it was taken", async () => {
    const gps = { IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 30/1" }, IFD0: { Copyright: "secret place" } };
    const sent = await picture(3000, 1500).withExif(gps).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(sent.includes("secret place")).toBe(true);
    const { status, done } = await upload(mona, sent, "Four à pain.JPEG", { alt: "The [old] oven" });
    expect(status).toBe(200);
    expect(done).toMatchObject({ width: 1024, height: 2048, kind: "picture", name: "Four à pain.jpg" });
    expect(done.url).toBe(`/files/${done.id}/Four%20%C3%A0%20pain.jpg`);
    expect(done.markdown).toBe(`![The \\[old\\] oven](${done.url})`);
    const client = await as(mona);
    const whole = await client.get(done.url);
    expect(whole.headers.get("content-type")).toBe("image/jpeg");
    const bytes = Buffer.from(await whole.arrayBuffer());
    const facts = await sharp(bytes).metadata();
    expect([facts.width, facts.height, facts.exif, facts.orientation]).toEqual([1024, 2048, undefined, undefined]);
    expect(bytes.includes("secret place")).toBe(false);
    const small = await client.get(`${done.url}?size=small`);
    expect(small.headers.get("content-type")).toBe("image/webp");
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).height).toBe(480);
  });

  test("that moves keeps moving, in measure", async () => {
    const frames = await Promise.all(
      ["#000", "#fff", "#f00"].map((background) =>
        sharp({ create: { width: 1000, height: 500, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const sent = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { done } = await upload(mona, sent, "dough.gif");
    expect(done).toMatchObject({ type: "image/gif", width: 800, height: 400 });
  });

  test("carries nothing of what else the file was", async () => {
    const sent = Buffer.concat([
      await picture().png().toBuffer(),
      Buffer.from("<script>alert(1)</script>PK\u0003\u0004"),
    ]);
    const { done } = await upload(mona, sent, "polyglot.html");
    expect(done).toMatchObject({ name: "polyglot.png", type: "image/png" });
    const got = Buffer.from(await (await (await as(mona)).get(done.url)).arrayBuffer());
    expect(got.includes("script")).toBe(false);
  });

  test("is refused with its reason: cut short, too many pixels, none at all", async () => {
    const whole = await picture().jpeg().toBuffer();
    expect((await upload(mona, whole.subarray(0, whole.length / 2), "half.jpg")).said).toContain("is damaged");
    const bomb = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await upload(mona, bomb, "bomb.png")).said).toContain("too many pixels");
    const { status, said } = await upload(mona, Buffer.alloc(0), "none.png");
    expect(status).toBe(400);
    expect(said).toContain("is empty");
  });
});

describe("any other file", () => {
  test("is known by its content and is only ever saved, whatever its name claims", async () => {
    const page = Buffer.from("<!DOCTYPE html><script>alert(1)</script>");
    const { done } = await upload(mona, page, "../../etc/holiday.jpg");
    expect(done).toMatchObject({ kind: "markup", type: "text/html", name: "holiday.jpg", width: null });
    expect(done.markdown).toBe(`[holiday.jpg](${done.url})`);
    const answer = await (await as(mona)).get(done.url);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each([
    ["a table", TEXT, "bread.csv", "text/csv"],
    ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), "plan.pdf", "application/pdf"],
    ["a drawing", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), "a.svg", "image/svg+xml"],
    [
      "an empty archive",
      Buffer.from("504b0506000000000000000000000000000000000000", "hex"),
      "none.zip",
      "application/zip",
    ],
  ])("may be %s", async (_what, bytes, name, type) => {
    expect((await upload(mona, bytes, name)).done).toMatchObject({ type, name });
  });

  test.each([
    ["a program", Buffer.from("7f454c46020101000000000000000000020000000000", "hex")],
    ["a Windows program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)])],
    ["what nobody can tell", Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 0, 255])],
  ])("is not %s, though it be called a text", async (_what, bytes) => {
    const { status, said } = await upload(mona, bytes, "letter.txt");
    expect(status).toBe(400);
    expect(said).toContain("letter.txt");
  });

  test("is never unpacked: an archive that unfolds into gigabytes is just its few bytes", async () => {
    const began = process.memoryUsage().rss;
    const { done } = await upload(mona, bomb("[Content_Types].xml", 300), "bomb.docx");
    expect(process.memoryUsage().rss - began).toBeLessThan(150 * 1024 * 1024);
    expect(done.type).toBe("application/zip");
    const answer = await (await as(mona)).get(done.url);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; /);
  });

  test("is turned away when it is too large, and nothing of it stays on the disk", async () => {
    provideEnv({ UPLOAD_FILE_MAX_MB: "1" });
    const large = await upload(mona, Buffer.alloc(1024 * 1024 + 10, "a"), "large.txt");
    expect([large.status, large.said]).toEqual([400, expect.stringContaining("larger than 1 MB")]);
    expect(
      (await upload(mona, Buffer.alloc(5 * 1024 * 1024, "a"), "larger.txt").catch(() => null))?.status ?? 413,
    ).toBe(413);
    provideEnv({ UPLOAD_FILE_MAX_MB: "25" });
    expect(readdirSync(path.join(data, "incoming"))).toEqual([]);
  });

  test("is turned away when the day's budget is spent", async () => {
    await transaction((tx) => tx.delete(rateLimit));
    provideEnv({ UPLOAD_DAY_MAX_MB: "2" });
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await upload(paul, TEXT, `${n}.txt`)).status);
    expect(statuses).toEqual([200, 200, 429]);
    provideEnv({ UPLOAD_DAY_MAX_MB: "200" });
    await transaction((tx) => tx.delete(rateLimit));
  });
});

const post = { kind: "discussion", title: "Bread" } as const;

describe("who sees a file", () => {
  test("its owner alone while it is loose, then whoever reads the words it hangs on, until they are removed", async () => {
    const { done } = await upload(mona, await picture().png().toBuffer(), "a.png", { alt: "A" });
    const seen = async () => [
      await statusFor(mona, done.url),
      await statusFor(paul, done.url),
      await statusFor(stranger, done.url),
    ];
    expect(await seen()).toEqual([200, 404, 404]);
    const id = await acting(mona, (act) => publishPost(act, room, { ...post, body: done.markdown }));
    const [row] = await reader().select().from(conversation).where(eq(conversation.id, id));
    expect(row?.bodyHtml).toContain(`<img src="${done.url}" alt="A" width="1200" height="900" loading="lazy"`);
    expect(await seen()).toEqual([200, 200, 404]);
    await acting(mona, (act) => removePost(act, id));
    expect(await seen()).toEqual([404, 404, 404]);
  });

  test("words of another take nothing up and show nothing", async () => {
    const { done } = await upload(mona, await picture().png().toBuffer(), "mine.png", { alt: "Mine" });
    const theirs = { ...post, body: `${done.markdown} and [this](${done.url})`, files: [fileId.parse(done.id)] };
    const id = await acting(paul, (act) => publishPost(act, room, theirs));
    const [row] = await reader().select().from(conversation).where(eq(conversation.id, id));
    expect(row?.bodyHtml).not.toContain("<img");
    expect([await statusFor(paul, done.url), await statusFor(mona, done.url)]).toEqual([404, 200]);
  });

  test("a file that words let go of is gone for the others at once, and for good after a day", async () => {
    const { done } = await upload(mona, TEXT, "b.txt");
    const id = await acting(mona, (act) => publishPost(act, room, { ...post, body: done.markdown }));
    await acting(mona, (act) => editPost(act, id, { title: "Bread", body: "no file", files: [] }));
    expect([await statusFor(mona, done.url), await statusFor(paul, done.url)]).toEqual([200, 404]);
    await keepHouse();
    const key = keyOf(fileId.parse(done.id));
    expect(await storage().has(key)).toBe(true);
    await at(daysAfter(now(), 1.1), () => keepHouse());
    expect(await storage().has(key)).toBe(false);
    expect(
      await reader()
        .select()
        .from(file)
        .where(eq(file.id, fileId.parse(done.id))),
    ).toEqual([]);
  });

  test("at most ten hang on one post", async () => {
    await transaction((tx) => tx.delete(rateLimit));
    const ids: FileId[] = [];
    for (let n = 0; n < 11; n++) ids.push(fileId.parse((await upload(mona, TEXT, `${n}.txt`)).done.id));
    await expect(
      acting(mona, (act) => publishPost(act, room, { ...post, body: "x", files: ids })),
    ).rejects.toMatchObject({
      key: "tooManyFiles",
    });
  });
});

describe("an answer with a file", () => {
  test("comes in parts, once, and to nobody else's cache", async () => {
    const { done } = await upload(mona, TEXT, "Pâte « mère ».txt");
    const client = await as(mona);
    const whole = await client.get(done.url);
    const tag = whole.headers.get("etag") ?? "";
    expect(whole.headers.get("cache-control")).toBe("private, no-cache");
    expect(whole.headers.get("content-disposition")).toContain("filename*=UTF-8''P%C3%A2te");
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(TEXT);
    expect((await client.get(done.url, { "if-none-match": tag })).status).toBe(304);
    const part = await client.get(done.url, { range: "bytes=7-11" });
    expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([
      206,
      "water",
      `bytes 7-11/${TEXT.length}`,
    ]);
    expect((await client.get(done.url, { range: "bytes=100-" })).status).toBe(416);
    expect((await client.get(done.url, { range: "bytes=0-1", "if-range": '"other"' })).status).toBe(200);
    const head = await client.send(done.url, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, String(TEXT.length)]);
  });

  test("is not there for whoever is not signed in, nor for an id that is none", async () => {
    const { done } = await upload(mona, TEXT, "c.txt");
    expect((await new Client(served).get(done.url)).status).toBe(401);
    expect(await statusFor(mona, "/files/none/x.txt")).toBe(404);
    expect(await statusFor(mona, "/files/018f4d5c-0000-7000-8000-000000000000/x.txt")).toBe(404);
  });
});
