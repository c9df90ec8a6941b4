import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { Client, withServer } from "@tests/support/served";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { openSession } from "@/members/sessions/actions/open-session";
import { newToken } from "@/members/sessions/token";
import type { PersonId } from "@/members/shape";
import { transaction } from "@/platform/database/client";
import { encodeKey } from "@/platform/database/page";
import type { SpaceId } from "@/spaces/shape";

withDatabase();
const served = withServer();

let host: PersonId;
let room: SpaceId;
beforeAll(async () => {
  await atStage("founding");
  host = await aPerson({ roles: ["admin"] });
  room = await aSpace({ slug: "input", places: [[host, "owner"]] });
});

async function caller() {
  return createCaller({ viewer: await viewerFor(host), locale: "en", requestId: "test" });
}

async function signedIn(): Promise<Client> {
  const token = newToken();
  await transaction((tx) => openSession(tx, { personId: host, token, before: null, userAgent: "" }));
  const client = new Client(served);
  client.cookies.set("levain.session", token);
  return client;
}

const HOSTILE = [
  ["a null character", "a\0b"],
  ["half a character", "a\ud83d"],
] as const;

describe("what PostgreSQL cannot hold as text", () => {
  test.each(HOSTILE)("is refused at its field: %s", async (_, text) => {
    const api = await caller();
    const refused = (field: string) => ({
      code: "BAD_REQUEST",
      cause: { code: "invalid", fields: { [field]: ["field.characters"] } },
    });
    const post = { space: room, kind: "discussion", title: text, body: "Words." } as const;
    await expect(api.posts.publish(post)).rejects.toMatchObject(refused("title"));
    await expect(api.members.directory({ search: text })).rejects.toMatchObject(refused("search"));
    await expect(api.launch.askToJoin({ needs: text, brings: "" })).rejects.toMatchObject(refused("needs"));
  });

  test("is refused by the door of forms, with and without a script", async () => {
    const client = await signedIn();
    const fields = { space: room, kind: "discussion", title: "a\0b", body: "c\0d", "e\0": "f", _back: "/x" };
    const json = await client.post("/form/posts.publish", fields, { accept: "application/json" });
    expect(json.status).toBe(400);
    expect(await json.json()).toMatchObject({ refusal: { code: "invalid", fields: { title: [expect.any(String)] } } });
    const page = await client.post("/form/posts.publish", fields);
    expect(page.status).toBe(303);
    expect(page.headers.get("location")).toMatch(/^\/x\?refused=/);
  });

  test("is refused by the door of programs", async () => {
    const client = await signedIn();
    const body = JSON.stringify({ space: room, kind: "discussion", title: "a\0b", body: "c" });
    const headers = { origin: served().url, "content-type": "application/json" };
    const answer = await client.send("/api/trpc/posts.publish", { method: "POST", body, headers });
    expect(answer.status).toBe(400);
  });
});

describe("a key that no list gave", () => {
  const id = "00000000-0000-4000-8000-000000000000";
  test.each([
    ["a null character", ["a\0b", id]],
    ["half a character", ["a\ud83d", id]],
    ["the year zero", ["0000-01-01T00:00:00.000Z", id]],
    ["a number beyond the column", [3_000_000_000, id]],
    ["a number beyond the column, in the middle", [3_000_000_000, "a", id]],
    ["a lone number beyond the column", [3_000_000_000]],
    ["a fraction", [1.5, "a", id]],
  ])("starts the list anew: %s", async (_, parts) => {
    const after = encodeKey(parts);
    const api = await caller();
    await api.members.directory({ after });
    await api.spaces.list({ after });
    await api.spaces.members({ slug: "input", after });
    await api.posts.feed({ after });
    await api.feedback.listBoards({ after });
    await api.launch.history({ after });
    await api.launch.seededAuthors({ after });
    await api.audit.list({ after });
  });
});
