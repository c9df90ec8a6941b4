import { accessWorld } from "@tests/support/access-world";
import { withDatabase } from "@tests/support/database";
import { withIdentityProvider } from "@tests/support/identity";
import { atStage, viewerFor } from "@tests/support/people";
import { Client, withServer } from "@tests/support/served";
import { beforeAll, describe, expect, test } from "vitest";
import { answerAt, DOORS } from "@/assembly/access-doors";
import { WHO, type Who } from "@/assembly/access-rows";
import { doors } from "@/assembly/doors/all";
import { openSession } from "@/members/sessions/actions/open-session";
import { newToken } from "@/members/sessions/token";
import { transaction } from "@/platform/database/client";
import { rateLimit } from "@/platform/limits/schema";
import { STAGES } from "@/stages/shape";

withDatabase();
const served = withServer();
withIdentityProvider();

let world: Awaited<ReturnType<typeof accessWorld>>;
beforeAll(async () => {
  await atStage("general");
  world = await accessWorld();
});

async function clientOf(who: Who): Promise<Client> {
  const client = new Client(served);
  if (who === "nobody") return client;
  const token = newToken();
  await transaction((tx) => openSession(tx, { personId: world.people[who], token, before: null, userAgent: "" }));
  client.cookies.set("levain.session", token);
  return client;
}

test("every door of the server stands in the list, and no line is left over", () => {
  expect(doors.map((door) => door.name).sort()).toEqual(Object.keys(DOORS).sort());
});

describe.each(STAGES)("at %s", (stage) => {
  test.each(Object.entries(DOORS))("%s", async (_name, door) => {
    await atStage(stage);
    await transaction((tx) => tx.delete(rateLimit));
    const met: Record<string, number> = {};
    const promised: Record<string, number> = {};
    for (const who of WHO) {
      const client = await clientOf(who);
      const isInside = who !== "nobody" && (await viewerFor(world.people[who])).standing.admitted;
      const { method, path, form } = door.tried;
      const answer = await (method === "GET" ? client.get(path) : client.post(path, form ?? {}));
      met[who] = answer.status;
      promised[who] = answerAt(door, who, isInside);
    }
    expect(met).toEqual(promised);
  });
});

test.each(Object.entries(DOORS).filter(([, door]) => door.tried.method === "POST" && !door.fromAnywhere))(
  "%s turns away what another site sends",
  async (_name, door) => {
    const client = await clientOf("admin");
    const answer = await client.post(
      door.tried.path,
      {},
      { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
    );
    expect(answer.status).toBe(403);
  },
);
