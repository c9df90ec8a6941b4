import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aFeedKey, aProgramKey } from "@tests/support/keys";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { Client, withServer } from "@tests/support/served";
import { eq } from "drizzle-orm";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { createCaller } from "@/assembly/router";
import { moveIdea } from "@/feedback/actions/move-idea";
import { endKey } from "@/members/keys/actions/end-key";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { transaction } from "@/platform/database/client";

withDatabase();
const served = withServer();

let member: PersonId;
let host: PersonId;
beforeAll(async () => {
  member = await aPerson({ admitted: "host-invitation", name: "Mona & Co <x>" });
  host = await aPerson({ roles: ["host"], name: "Hanna" });
});
beforeEach(() => atStage("general"));

const text = z
  .union([z.string(), z.object({ "#text": z.string() })])
  .transform((one) => (typeof one === "string" ? one : one["#text"]));
const atom = z.object({
  feed: z.object({
    id: z.url(),
    title: text,
    updated: z.iso.datetime(),
    link: z.array(z.object({ rel: z.string(), href: z.url() })),
    entry: z
      .array(
        z.object({
          id: z.string().regex(/^urn:uuid:/),
          title: text,
          updated: z.iso.datetime(),
          published: z.iso.datetime(),
          content: text.optional(),
          author: z.object({ name: z.string() }),
          link: z.object({ href: z.url() }),
        }),
      )
      .default([]),
  }),
});

/** Reads a feed as strictly as the strictest reader: what RFC 4287 asks of each entry is there, and it is XML. */
function parsed(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    isArray: (name, path) => name === "entry" || path === "feed.link",
  });
  return atom.parse(parser.parse(xml)).feed;
}

test("the feed of a board tells of new ideas and of answers, with all that Atom asks for", async () => {
  const board = await aBoard();
  const idea = await anIdea(board.id, member, { title: "Ovens & <b>bread</b> ]]> \u0007" });
  await acting(host, (act) =>
    moveIdea(act, idea, { status: "under-review", note: "We [look](/roadmap) into it.", promisedFor: "" }),
  );
  const { words } = await aFeedKey(member, `boards/${board.slug}`);
  const answer = await new Client(served).get(`/feeds/boards/${board.slug}.atom?key=${words}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("private, no-cache");
  const xml = await answer.text();
  expect(xml).not.toContain(words);
  const feed = parsed(xml);
  expect(feed.link.map(({ rel }) => rel).sort()).toEqual(["alternate", "self"]);
  const [answered, suggested] = feed.entry;
  expect(answered?.author.name).toBe("Hanna");
  expect(answered?.title).toContain("Under review");
  expect(answered?.content).toContain(`href="${served().url}/roadmap"`);
  expect(suggested?.id).toBe(`urn:uuid:${idea}`);
  expect(suggested?.title).not.toContain("<b>");
  expect(new Set(feed.entry.map(({ id }) => id)).size).toBe(2);
});

test("a reader that has the newest is answered with nothing, and with all once something is new", async () => {
  const board = await aBoard();
  await anIdea(board.id, member);
  const { words } = await aFeedKey(member, `boards/${board.slug}`);
  const path = `/feeds/boards/${board.slug}.atom?key=${words}`;
  const client = new Client(served);
  const etag = (await client.get(path)).headers.get("etag") ?? "";
  const same = await client.get(path, { "if-none-match": etag });
  expect([same.status, await same.text()]).toEqual([304, ""]);
  await anIdea(board.id, member);
  expect((await client.get(path, { "if-none-match": etag })).status).toBe(200);
});

test("the changelog tells what was shipped", async () => {
  const board = await aBoard();
  const idea = await anIdea(board.id, member, { title: "A shared calendar" });
  await acting(host, (act) => moveIdea(act, idea, { status: "shipped", note: "It is there.", promisedFor: "" }));
  const desk = createCaller({ viewer: await viewerFor(host), locale: "en", requestId: "test" });
  const { entry } = await desk.changelog.write({ title: "It is there", body: "Look.", files: [], ideas: [idea] });
  await desk.changelog.publish({ entry });
  const { words } = await aFeedKey(member, "changelog");
  const feed = parsed(await (await new Client(served).get(`/feeds/changelog.atom?key=${words}`)).text());
  expect(feed.entry.map(({ title }) => title)).toContain("A shared calendar");
});

test("an empty board is an empty feed", async () => {
  const board = await aBoard();
  const { words } = await aFeedKey(member, `boards/${board.slug}`);
  const answer = await new Client(served).get(`/feeds/boards/${board.slug}.atom?key=${words}`);
  expect(parsed(await answer.text()).entry).toEqual([]);
});

test("an address opens its own feed alone, as what its owner may see now, and is not found for any other reason", async () => {
  const [board, team] = [await aBoard({ opensAt: "general" }), await aBoard({ audience: "hosts" })];
  const client = new Client(served);
  const status = async (path: string) => (await client.get(path)).status;
  const own = await aFeedKey(member, `boards/${board.slug}`);
  const path = `/feeds/boards/${board.slug}.atom`;
  expect(await status(`${path}?key=${own.words}`)).toBe(200);
  expect(await status(`/feeds/changelog.atom?key=${own.words}`)).toBe(404);
  expect(await status(`${path}?key=${own.words}x`)).toBe(404);
  expect(await status(`${path}?key=`)).toBe(404);
  expect(await status(path)).toBe(401);
  // The key of a program is no address.
  expect(await status(`${path}?key=${(await aProgramKey(member)).words}`)).toBe(404);
  const teams = await aFeedKey(member, `boards/${team.slug}`);
  expect(await status(`/feeds/boards/${team.slug}.atom?key=${teams.words}`)).toBe(404);
  // The board closes, the house closes, the person leaves: each time there is nothing.
  await atStage("founding");
  expect(await status(`${path}?key=${own.words}`)).toBe(404);
  await atStage("groundwork");
  expect(await status(`${path}?key=${own.words}`)).toBe(404);
  await atStage("general");
  await transaction((tx) => tx.update(person).set({ state: "suspended" }).where(eq(person.id, member)));
  expect(await status(`${path}?key=${own.words}`)).toBe(404);
  await transaction((tx) => tx.update(person).set({ state: "active" }).where(eq(person.id, member)));
  await acting(member, (act) => endKey(act, own.key));
  expect(await status(`${path}?key=${own.words}`)).toBe(404);
});

test("an address is read so often and no more", async () => {
  const board = await aBoard();
  const { words } = await aFeedKey(member, `boards/${board.slug}`);
  const client = new Client(served);
  const statuses: number[] = [];
  for (let i = 0; i < 61; i++)
    statuses.push((await client.get(`/feeds/boards/${board.slug}.atom?key=${words}`)).status);
  expect(statuses.filter((one) => one === 200).length).toBe(60);
  expect(statuses.at(-1)).toBe(429);
});
