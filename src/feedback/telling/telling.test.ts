import { aBoard } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { tellAll } from "@tests/support/telling";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { keepFile } from "@/members/files/actions/keep-file";
import type { FileId } from "@/members/files/shape";
import { file } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { reader, transaction } from "@/platform/database/client";
import { VERSION } from "@/platform/version";
import { draftPlaces } from "@/posts/drafts/shape";
import { isForAll, pageOfOurs, toldPage } from "./shape";

withDatabase();
beforeAll(() => atStage("early"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function people() {
  const ada = await aPerson({ admitted: "host-invitation", name: "Ada" });
  const host = await aPerson({ roles: ["host"], name: "Hanna Host" });
  const other = await aPerson({ admitted: "host-invitation" });
  return { ada, host, other, hers: await asked(ada), team: await asked(host), others: await asked(other) };
}

function aPicture(ownerId: PersonId, kind: "picture" | "text" = "picture"): Promise<FileId> {
  const facts = { use: "attachment", name: "seen.webp", type: "image/webp", kind, size: 5 } as const;
  return transaction((tx) => keepFile(tx, { ownerId, ...facts }));
}

const SECRET = "Pumpernickel";
const FROM = { from: "/boards?show=all", pageTitle: "Boards", viewport: "390×844" };

test("a note tells where it was written, and goes to the hosts, who answer in the writer's bell", async () => {
  const { ada, hers, team } = await people();
  const picture = await aPicture(ada);
  const { note } = await hers.telling.tell({ words: SECRET, ...FROM, files: picture });
  await tellAll();
  expect((await team.notices.list({})).items).toMatchObject([{ why: "note-told", who: [] }]);
  const desk = await team.telling.desk({});
  expect(desk.counts.open).toBeGreaterThan(0);
  expect(desk.items.find(({ id }) => id === note)).toMatchObject({
    words: SECRET,
    pagePath: "/boards",
    pageTitle: "Boards",
    viewport: "390×844",
    version: VERSION,
    file: { id: picture },
    by: { displayName: "Ada" },
    idea: null,
    may: { answer: true, close: true, makeIdea: false },
  });
  await team.telling.answer({ note, answer: "We mend it." });
  await tellAll();
  const answer = { state: "answered", answer: "We mend it.", answeredBy: "Hanna Host" };
  expect((await hers.telling.mine({})).items).toMatchObject([{ id: note, ...answer }]);
  expect((await hers.notices.list({})).items).toMatchObject([{ why: "note-answered", who: [{ name: "Hanna Host" }] }]);
});

test("of a note nobody learns anything but its writer and the team", async () => {
  const { ada, hers, others } = await people();
  const picture = await aPicture(ada);
  const { note } = await hers.telling.tell({ words: SECRET, ...FROM, files: picture });
  await tellAll();
  expect((await others.telling.mine({})).items).toEqual([]);
  await expect(others.telling.desk({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(others.telling.answer({ note, answer: "x" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(hers.telling.close({ note })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(others.files.one({ file: picture })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await hers.files.one({ file: picture })).id).toBe(picture);
  expect((await others.search.find({ q: SECRET })).conversations).toEqual([]);
  const tables = await reader().execute<{ name: string }>(sql`select quote_ident(table_name) as name
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'host_note'`);
  for (const { name } of tables) {
    const [row] = await reader().execute<{ found: number }>(
      sql`select count(*)::int as found from ${sql.raw(name)} t where t::text like ${`%${SECRET}%`}`,
    );
    expect(row?.found, name).toBe(0);
  }
});

test("with a closed note its picture goes, and nobody answers it any more", async () => {
  const { ada, hers, team } = await people();
  const picture = await aPicture(ada);
  const { note } = await hers.telling.tell({ words: "done?", files: picture });
  await team.telling.close({ note });
  expect((await hers.telling.mine({})).items).toMatchObject([{ state: "closed", file: null, pagePath: "" }]);
  const [kept] = await reader().select().from(file).where(eq(file.id, picture));
  expect(kept?.looseSince).not.toBeNull();
  await expect(team.telling.answer({ note, answer: "late" })).rejects.toMatchObject({ cause: { key: "noteClosed" } });
});

test("an idea is made of a note only where its writer lets it, in their words and name, and without their picture", async () => {
  const { ada, hers, team } = await people();
  const on = await aBoard();
  const into = { board: on.id, title: "Bread on Fridays" };
  const kept = await hers.telling.tell({ words: "for me alone" });
  await expect(team.telling.makeIdea({ ...kept, ...into })).rejects.toMatchObject({
    cause: { key: "noteStaysPrivate" },
  });
  const files = await aPicture(ada);
  const given = await hers.telling.tell({ words: "Bread runs out.", ...FROM, files, mayBecomeIdea: "yes" });
  const { idea } = await team.telling.makeIdea({ ...given, ...into });
  const shown = await hers.feedback.idea({ idea });
  expect(shown).toMatchObject({ author: { displayName: "Ada" }, body: "Bread runs out.", files: [] });
  const [own] = (await hers.telling.mine({})).items;
  expect(own).toMatchObject({ state: "closed", idea: { id: idea, title: into.title } });
  await expect(team.telling.makeIdea({ ...given, ...into })).rejects.toMatchObject({ cause: { key: "noteClosed" } });
});

test("a note carries one picture, and nothing that is none", async () => {
  const { ada, other, hers } = await people();
  const no = { cause: { fields: { files: ["field.onePicture"] } } };
  const several = [await aPicture(ada), await aPicture(ada)];
  await expect(hers.telling.tell({ words: "x", files: several })).rejects.toMatchObject(no);
  await expect(hers.telling.tell({ words: "x", files: await aPicture(ada, "text") })).rejects.toMatchObject(no);
  await hers.telling.tell({ words: "x", files: await aPicture(other) });
  expect((await hers.telling.mine({})).items).toMatchObject([{ file: null }]);
});

test("an idea names its page in a last line, as plain words, and only when asked to", async () => {
  const { hers } = await people();
  const on = await aBoard();
  const words = { board: on.id, title: "Wished", body: "For **all**." };
  const told = { ...words, ...FROM, pageTitle: "A [link](http://x) @Ada" };
  const bare = await hers.telling.suggest(told);
  expect((await hers.feedback.idea(bare)).body).toBe("For **all**.");
  const full = await hers.feedback.idea(await hers.telling.suggest({ ...told, withPage: "yes" }));
  expect(full.bodyHtml).toContain("Written on: A [link](http://x) @Ada (/boards), version");
  expect(full.bodyHtml).not.toContain("<a ");
  const nowhere = await hers.telling.suggest({ ...words, from: "//evil.example", withPage: "yes" });
  expect((await hers.feedback.idea(nowhere)).body).toBe("For **all**.");
});

test("an idea that is told from here leaves the half-written one of its board alone", async () => {
  const { hers } = await people();
  const on = await aBoard();
  const place = draftPlaces.newIdea(on.id);
  await hers.posts.saveDraft({ place, title: "Half a thought", path: "/boards" });
  await hers.telling.suggest({ board: on.id, title: "A whole thought", body: "It is written down.", ...FROM });
  expect(await hers.posts.draft({ place })).toMatchObject({ title: "Half a thought" });
});

test("a page whose title may be for few alone is told on a board only by choice", () => {
  for (const page of ["/", "/boards", "/calendar", "/changelog"]) expect(isForAll(page)).toBe(true);
  for (const page of ["/posts/1", "/spaces/x", "/boards/of-the-team", "/ideas/1/votes"])
    expect(isForAll(page)).toBe(false);
});

test("a board that lets nobody suggest takes no idea from here either", async () => {
  const { hers } = await people();
  const closed = await aBoard({ audience: "hosts" });
  const words = { board: closed.id, title: "Wished", body: "for" };
  await expect(hers.telling.suggest(words)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("whatever an address says, only a path of ours is kept, and never its query", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), fc.anything(), (text, other) => {
      for (const given of [text, `/${text}`, other]) {
        const page = pageOfOurs(given);
        expect(page === "" || /^\/(?!\/)[^?#\s\\]*$/.test(page)).toBe(true);
        expect(toldPage.safeParse({ from: given, pageTitle: given, viewport: given }).success).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});
