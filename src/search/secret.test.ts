import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import { removePost } from "@/posts/actions/remove-words";
import type { SpaceId } from "@/spaces/shape";
import { find } from "./find";
import type { Way } from "./hits";
import { learnWords } from "./vocabulary";

withDatabase();

/** A word that occurs in closed rooms alone, and slips and beginnings of it. */
const SECRET = "zanzibarium";
const ASKED = [
  SECRET,
  "zanzibar",
  "zanzibarum",
  "znazibarium",
  "zanzibariu",
  `"${SECRET} plan"`,
  `-${SECRET} plan`,
  `kind:comment ${SECRET}`,
  `kind:idea ${SECRET}`,
  `kind:person ${SECRET}`,
  `kind:space ${SECRET}`,
  `in:closed ${SECRET}`,
  "in:closed",
  `from:insider ${SECRET}`,
  `before:2100 ${SECRET}`,
  `is:open ${SECRET}`,
  `${SECRET} bread`,
];

let insider: PersonId;
const outsiders: Record<string, PersonId> = {};
let closed: SpaceId;

beforeAll(async () => {
  await atStage("founding");
  insider = await aPerson({ name: "Insider", admitted: "host-invitation" });
  outsiders.member = await aPerson({ admitted: "host-invitation" });
  outsiders.host = await aPerson({ roles: ["host"] });
  outsiders.admin = await aPerson({ roles: ["admin"] });
  closed = await aSpace({ slug: "closed", visibility: "private", places: [[insider, "member"]] });
  const request = await aSpace({ slug: "on-request", visibility: "request", places: [[insider, "member"]] });
  const later = await aSpace({ slug: "later", opensAt: "general", places: [[insider, "owner"]] });
  const open = await aSpace({ slug: "open" });
  for (const room of [closed, request, later]) await tell(room);
  const gone = await tell(open);
  await acting(insider, (act) => removePost(act, gone));
  await acting(insider, (act) => publishPost(act, open, { kind: "discussion", title: "Bread", body: "Bread plan." }));
  const team = await aBoard({ audience: "hosts" });
  await anIdea(team.id, insider, { title: `The ${SECRET} plan` });
  await learnWords();
});

async function tell(room: SpaceId) {
  const words = { kind: "question", title: `The ${SECRET} plan`, body: `We plan ${SECRET}.` } as const;
  const id = await acting(insider, (act) => publishPost(act, room, words));
  await acting(insider, (act) => addComment(act, id, { body: `${SECRET} it is.` }));
  return id;
}

const ask = async (who: PersonId, q: string, way?: Way) => find(reader(), await viewerFor(who), { q, take: 20 }, way);

describe("a word of closed rooms", () => {
  it("is found by whoever reads them", async () => {
    expect((await ask(insider, SECRET)).count).toBe(3);
    expect((await ask(insider, "in:closed zanzi")).count).toBe(1);
  });

  it("is in no vocabulary", async () => {
    const rows = await reader().execute(sql`select word from search_word where word like 'zanz%'`);
    expect([...rows]).toEqual([]);
  });

  it.each(["index", "walk"] as const)(
    "is nothing to a member who is not in them, whatever is asked, by %s",
    async (way) => {
      for (const q of ASKED) expect([q, ...tellingOf(await ask(outsiders.member ?? insider, q, way))]).toEqual([q]);
    },
  );

  it("tells a host what hosts read, and nothing of private rooms", async () => {
    for (const who of ["host", "admin"] as const) {
      const found = await ask(outsiders[who] ?? insider, SECRET);
      // The room on request, the one that opens later, and the team's own board.
      expect(found.conversations.map(({ place }) => place.slug).filter((slug) => slug === "closed")).toEqual([]);
      expect(found.count).toBe(3);
      expect(await ask(outsiders[who] ?? insider, `in:closed ${SECRET}`)).toMatchObject({ count: 0, missing: ["in"] });
    }
  });

  it("gives the same answer as a word that nobody ever wrote", async () => {
    const nothing = await ask(outsiders.member ?? insider, "qwertzuiopas");
    expect(await ask(outsiders.member ?? insider, SECRET)).toEqual(nothing);
    expect(await ask(outsiders.member ?? insider, "in:closed x")).toEqual(
      await ask(outsiders.member ?? insider, "in:nowhere x"),
    );
  });
});

/** Whatever an answer says that has the word in it, or was found because of it. */
function tellingOf({ choices, ...found }: Awaited<ReturnType<typeof find>>): string[] {
  const said = JSON.stringify([found, choices]);
  const told = said.includes("zanz") && found.instead?.why !== "any" ? [said] : [];
  const places = found.conversations.map(({ place }) => place.slug).filter((slug) => slug !== "open");
  const titles = found.conversations
    .map(({ title }) => title.map(({ text }) => text).join(""))
    .filter((one) => one !== "Bread");
  return [...told, ...places, ...titles, ...choices.map(({ slug }) => slug).filter((slug) => slug !== "open")];
}
