import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { setTimeout as pause } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { exactly } from "./exactly";
import type { Storage } from "./shape";

export type S3Settings = {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

const CLEAN_UP_AFTER_MS = [0, 200, 1000];

/** How long the bucket may take to begin its answer. */
const ANSWER_WITHIN_MS = 30_000;

/** Keeps files in a bucket that speaks S3, addressed by path, as every server of that kind understands. */
export function s3Storage({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings): Storage {
  const client = new AwsClient({ service: "s3", region, accessKeyId, secretAccessKey });
  const address = (key: string) => `${endpoint}/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}`;

  async function ask(method: string, key: string, headers: Record<string, string> = {}, body?: AsyncIterable<Buffer>) {
    const signed = await client.sign(address(key), { method, headers });
    const stream = body === undefined ? {} : { body, duplex: "half" };
    // The length is no part of the signature; without it the body would go in chunks, which buckets refuse.
    const all = new Headers(signed.headers);
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    const within = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const signal = body === undefined ? { signal: within } : {};
    return fetch(signed.url, { method, headers: all, ...stream, ...signal } as RequestInit);
  }

  async function must(answer: Response, key: string): Promise<void> {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the bucket answered ${answer.status} for ${key}: ${text.slice(0, 300)}`);
  }

  async function remove(key: string): Promise<void> {
    const answer = await ask("DELETE", key);
    if (answer.status !== 404) await must(answer, key);
  }

  /** A bucket refuses what is cut short. Some servers keep it all the same, and some only after they said no. */
  async function cleanUp(key: string): Promise<void> {
    for (const wait of CLEAN_UP_AFTER_MS) {
      await pause(wait);
      await remove(key).catch(() => {});
    }
  }

  return {
    place: `${endpoint}/${bucket}`,
    put: async (key, content, size) => {
      const headers = { "content-length": String(size), "content-type": "application/octet-stream" };
      try {
        await must(await ask("PUT", key, headers, exactly(content, size)), key);
      } catch (error) {
        await cleanUp(key);
        throw error;
      }
    },
    get: async (key, range) => {
      const headers: Record<string, string> = range === undefined ? {} : { range: `bytes=${range.start}-${range.end}` };
      const answer = await ask("GET", key, headers);
      if (answer.status === 404) {
        await answer.body?.cancel();
        return null;
      }
      if (!answer.ok || answer.body === null) await must(answer, key);
      return answer.body === null ? Readable.from([]) : Readable.fromWeb(answer.body as ReadableStream);
    },
    has: async (key) => {
      const answer = await ask("HEAD", key);
      if (answer.status === 404) return false;
      await must(answer, key);
      return true;
    },
    remove,
  };
}
