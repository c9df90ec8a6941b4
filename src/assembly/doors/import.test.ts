import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { aBoard } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { type Client, withServer } from "@tests/support/served";
import { clientAs } from "@tests/support/uploads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workOnImport } from "@/imports/ideas/work";
import { importRunId } from "@/imports/shape";
import type { PersonId } from "@/members/shape";
import { provideEnv } from "@/platform/env";
import { createCaller } from "../router";

withDatabase();
const served = withServer();

let folder: string;
let host: PersonId;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "levain-import-door-"));
  provideEnv({ LEVAIN_DATA_DIR: folder });
  await atStage("founding");
  host = await aPerson({ roles: ["host"] });
});
afterAll(() => rm(folder, { recursive: true }));

function send(client: Client, slug: string, text: string, rehearse = false): Promise<Response> {
  const body = new FormData();
  body.append("file", new File([text], "ideas.csv", { type: "text/csv" }));
  if (rehearse) body.append("rehearse", "yes");
  return client.send(`/api/boards/${slug}/import`, { method: "POST", body, headers: { origin: served().url } });
}

const runOf = (answer: Response) =>
  importRunId.parse(new URL(answer.headers.get("location") ?? "", served().url).searchParams.get("run"));

async function runsOf(slug: string) {
  const api = createCaller({ viewer: await viewerFor(host), locale: "en", requestId: "test" });
  return { api, ...(await api.imports.runs({ slug })) };
}

const TABLE = 'title,author\nA timer,Ada Baker\n,Ada Baker\n"=cmd|x",\n';

test("a table that a host sends is read by the worker, and the page says what came of it", async () => {
  const { slug } = await aBoard();
  const client = await clientAs(served, host);
  const sent = await send(client, slug, TABLE);
  expect(sent.status).toBe(303);
  const run = runOf(sent);
  expect((await runsOf(slug)).runs).toMatchObject([{ run, state: "running", fileName: "ideas.csv", read: 0 }]);
  await workOnImport({ run });
  const { runs, api } = await runsOf(slug);
  // What names nobody is the host's, who brought it in.
  expect(runs).toMatchObject([
    { state: "done", read: 3, imported: 2, bad: 1, lines: [{ line: 3, reason: "no-title" }] },
  ]);
  const problems = await client.get(`/api/imports/${run}/problems.csv`, { "accept-language": "fr" });
  expect(await problems.text()).toBe("Ligne,Colonne,Pourquoi\r\n3,title,Il n’y a pas de titre.\r\n");
  await workOnImport({ run });
  expect((await runsOf(slug)).runs).toMatchObject([{ state: "done", imported: 2 }]);
  await api.imports.undo({ run });
  expect((await runsOf(slug)).board.ideaCount).toBe(0);
});

test("a rehearsal writes no idea", async () => {
  const { slug } = await aBoard();
  const run = runOf(await send(await clientAs(served, host), slug, TABLE, true));
  await workOnImport({ run });
  const { runs, board } = await runsOf(slug);
  expect(runs).toMatchObject([{ isRehearsal: true, state: "done", imported: 2, bad: 1 }]);
  expect(board.ideaCount).toBe(0);
});

test("what is no table fails, and says so on the page", async () => {
  const { slug } = await aBoard();
  const run = runOf(await send(await clientAs(served, host), slug, "\u0089PNG not a table"));
  await workOnImport({ run });
  expect((await runsOf(slug)).runs).toMatchObject([{ state: "failed" }]);
  const empty = await send(await clientAs(served, host), slug, "");
  expect(empty.headers.get("location")).toBe(`/boards/${slug}/import?wrong=empty`);
});

test("is nothing for members, and nothing from elsewhere", async () => {
  const { slug } = await aBoard();
  const member = await clientAs(served, await aPerson({ admitted: "host-invitation" }));
  expect((await send(member, slug, TABLE)).status).toBe(403);
  const client = await clientAs(served, host);
  const foreign = { method: "POST", body: new FormData(), headers: { origin: "https://evil.example" } };
  expect((await client.send(`/api/boards/${slug}/import`, foreign)).status).toBe(403);
});
