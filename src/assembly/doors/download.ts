import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import parseRange from "range-parser";
import { keyOf, smallKeyOf } from "@/members/files/keys";
import { fileId } from "@/members/files/shape";
import type { FileView } from "@/members/files/views";
import { HOUR, SECOND } from "@/platform/durations";
import { namesTag } from "@/platform/http/etag";
import { headerOf, TurnedAway, type Visit } from "@/platform/http/visit";
import type { Range } from "@/platform/storage/shape";
import { storage } from "@/platform/storage/storage";
import { createCaller } from "../router";
import { below, type Door } from "./door";
import { spendAnonymous } from "./limits";
import { visitorOf } from "./visitor";

const PATH = "/files";

/** Uploaded files, for whoever may see what they hang on, asked anew at each request. */
export const downloadDoor: Door = {
  name: "file",
  opensTo: below(PATH),
  methods: ["GET"],
  handle: async (visit) => {
    const id = fileId.safeParse(visit.url.pathname.split("/")[2]);
    if (!id.success) throw new TurnedAway(404, "not-found");
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const file = await createCaller({ ...visitor, requestId: visit.requestId }).files.one({ file: id.data });
    await send(visit, file, file.hasSmall && visit.url.searchParams.get("size") === "small");
  },
};

async function send({ req, res }: Visit, file: FileView, small: boolean): Promise<void> {
  const tag = `"${file.id}${small ? "-small" : ""}"`;
  setHeaders(res, file, small, tag);
  if (namesTag(headerOf(req, "if-none-match"), tag)) {
    res.statusCode = 304;
    res.end();
    return;
  }
  const range = small ? null : rangeOf(headerOf(req, "range"), headerOf(req, "if-range"), file.size, tag);
  if (range === "unsatisfiable") {
    res.setHeader("content-range", `bytes */${file.size}`);
    throw new TurnedAway(416, "invalid");
  }
  if (req.method === "HEAD") {
    if (!small) res.setHeader("content-length", file.size);
    res.end();
    return;
  }
  const content = await storage().get(small ? smallKeyOf(file.id) : keyOf(file.id), range ?? undefined);
  if (content === null) throw new TurnedAway(404, "not-found");
  if (range !== null) {
    res.statusCode = 206;
    res.setHeader("content-range", `bytes ${range.start}-${range.end}/${file.size}`);
    res.setHeader("content-length", range.end - range.start + 1);
  } else if (!small) res.setHeader("content-length", file.size);
  await stream(content, res);
}

/** Whoever leaves in the middle of a file breaks nothing. */
async function stream(content: Readable, res: Visit["res"]): Promise<void> {
  await pipeline(content, res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

/**
 * Only pictures that were made anew open in the browser; everything else is saved, and if a browser opened it after all,
 * it would be in a sandbox without a script.
 */
function setHeaders(res: Visit["res"], file: FileView, small: boolean, tag: string): void {
  const isPicture = file.kind === "picture";
  const type = small ? "image/webp" : file.kind === "markup" ? "application/octet-stream" : file.type;
  res.setHeader("content-type", file.kind === "text" ? "text/plain" : type);
  res.setHeader("content-disposition", `${isPicture ? "inline" : "attachment"}; ${nameFor(file.name)}`);
  res.setHeader("content-security-policy", "default-src 'none'; sandbox");
  res.setHeader("etag", tag);
  res.setHeader("vary", "cookie");
  // A face changes its address when it changes. What hangs on words is asked for anew: it may be gone, or one's place.
  const forAnHour = file.use === "photo" || file.use === "cover";
  res.setHeader("cache-control", forAnHour ? `private, max-age=${HOUR / SECOND}` : "private, no-cache");
  if (!small) res.setHeader("accept-ranges", "bytes");
}

/** The name in ASCII for old programs, and as it is (RFC 6266). */
function nameFor(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** The one part that is asked for; null for the whole, which is also the answer to several parts or another version. */
function rangeOf(
  header: string | null,
  ifRange: string | null,
  size: number,
  tag: string,
): Range | null | "unsatisfiable" {
  if (header === null || (ifRange !== null && ifRange !== tag)) return null;
  const parts = parseRange(size, header);
  if (parts === -1) return "unsatisfiable";
  if (parts === -2 || parts.type !== "bytes" || parts.length !== 1) return null;
  return parts[0] ?? null;
}
