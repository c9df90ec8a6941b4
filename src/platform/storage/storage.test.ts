import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Storage } from "./shape";
import { storageOf } from "./storage";

const folder = mkdtempSync(path.join(tmpdir(), "levain-storage-"));
const NO_BUCKET = {
  LEVAIN_DATA_DIR: folder,
  S3_ENDPOINT: undefined,
  S3_REGION: "us-east-1",
  S3_BUCKET: undefined,
  S3_ACCESS_KEY_ID: undefined,
  S3_SECRET_ACCESS_KEY: undefined,
};
// The test server knows one account, and checks what it signs.
const ACCOUNT = { S3_ACCESS_KEY_ID: "S3RVER", S3_SECRET_ACCESS_KEY: "S3RVER", S3_BUCKET: "levain" };

let server: S3rver;
let endpoint = "";
beforeAll(async () => {
  const bucket = { name: "levain", configs: [] };
  server = new S3rver({ port: 0, silent: true, directory: path.join(folder, "bucket"), configureBuckets: [bucket] });
  const { port } = await new Promise<AddressInfo>((resolve, reject) =>
    server.run((error, address) => (error ? reject(error) : resolve(address as unknown as AddressInfo))),
  );
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const KINDS: [string, () => Storage][] = [
  ["a folder", () => storageOf(NO_BUCKET)],
  ["a bucket", () => storageOf({ ...NO_BUCKET, ...ACCOUNT, S3_ENDPOINT: endpoint })],
];

describe.each(KINDS)("%s", (_name, made) => {
  const bytes = Buffer.alloc(300_000, "levain");
  const put = (key: string, content = bytes, size = content.length) =>
    made().put(key, Readable.from([content.subarray(0, 1000), content.subarray(1000)]), size);
  const got = async (key: string, range?: { start: number; end: number }) => {
    const stream = await made().get(key, range);
    return stream === null ? null : buffer(stream);
  };

  test("gives back what it was given, whole and in part", async () => {
    await put("ab/one");
    expect(await got("ab/one")).toEqual(bytes);
    expect(await got("ab/one", { start: 10, end: 19 })).toEqual(bytes.subarray(10, 20));
    expect(await got("ab/one", { start: 299_990, end: 299_999 })).toEqual(bytes.subarray(299_990));
    expect(await made().has("ab/one")).toBe(true);
  });

  test("knows nothing of what it was not given", async () => {
    expect(await got("ab/none")).toBeNull();
    expect(await made().has("ab/none")).toBe(false);
    await made().remove("ab/none");
  });

  test("forgets what was removed, and only that", async () => {
    await put("cd/two");
    await put("cd/two-small");
    await made().remove("cd/two");
    expect(await got("cd/two")).toBeNull();
    expect(await got("cd/two-small")).toEqual(bytes);
  });

  test.each([bytes.length - 1, bytes.length + 1])(
    "keeps nothing of a stream that breaks its word: %d",
    async (size) => {
      await expect(put("ef/three", bytes, size)).rejects.toThrow();
      expect(await made().has("ef/three")).toBe(false);
    },
  );

  test("keeps nothing of a stream that fails", async () => {
    const failing = Readable.from(
      (async function* () {
        yield bytes;
        throw new Error("the line is cut");
      })(),
    );
    await expect(made().put("ef/four", failing, 2 * bytes.length)).rejects.toThrow();
    expect(await made().has("ef/four")).toBe(false);
  });
});

test("a folder is its owner's alone, and holds no unfinished part", async () => {
  const made = storageOf(NO_BUCKET);
  await made.put("gh/five", Readable.from([Buffer.from("x")]), 1);
  expect(statSync(made.place).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(made.place, "gh/five")).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.join(made.place, "parts"))).toEqual([]);
});

test.each(["../outside", "/etc/passwd", "a//b", "a/..", ""])(
  "a folder opens nothing outside of it: %s",
  async (key) => {
    const made = storageOf(NO_BUCKET);
    await expect((async () => made.get(key))()).rejects.toThrow("not a key");
  },
);

test("a bucket that refuses says so", async () => {
  const wrong = storageOf({ ...NO_BUCKET, ...ACCOUNT, S3_ACCESS_KEY_ID: "another", S3_ENDPOINT: endpoint });
  await expect(wrong.get("ab/one")).rejects.toThrow("403");
});
