import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { person, session } from "@/members/schema";
import { sweepSessions } from "@/members/sessions/actions/end-session";
import { openSession } from "@/members/sessions/actions/open-session";
import { describeAgent } from "@/members/sessions/queries";
import { newToken } from "@/members/sessions/token";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { createCaller } from "./router";
import { viewerOf } from "./viewer";

withDatabase();

async function device(personId: PersonId, userAgent = ""): Promise<string> {
  const token = newToken();
  await transaction((tx) => openSession(tx, { personId, token, before: null, userAgent }));
  return token;
}

function callerOf(viewer: Awaited<ReturnType<typeof viewerOf>>) {
  return createCaller({ viewer, locale: "en", requestId: "test" });
}

describe("the passport", () => {
  test("says what the tables say, for each stage", async () => {
    const id = await aPerson({ roles: ["host"], admitted: "wave", department: "R&D", groups: ["g"] });
    await aSpace({ places: [[id, "owner"]] });
    await aSpace({ places: [[id, "member"]] });
    const token = await device(id);
    for (const stage of ["groundwork", "founding", "early", "pilot", "general"] as const) {
      await atStage(stage);
      const viewer = await viewerOf(reader(), token);
      expect({ ...viewer, sessionId: "", seen: "" }).toEqual({ ...(await viewerFor(id)), sessionId: "", seen: "" });
    }
  });

  test("takes one query", async () => {
    const token = await device(await aPerson());
    const asked: string[] = [];
    const db = reader();
    const counting = {
      ...db,
      execute: (query: Parameters<typeof db.execute>[0]) => {
        asked.push("one");
        return db.execute(query);
      },
    };
    expect(await viewerOf(counting as unknown as typeof db, token)).not.toBeNull();
    expect(asked).toHaveLength(1);
  });

  test("is nobody's without a token, with another's, after its end, or once the person is suspended", async () => {
    const id = await aPerson();
    const token = await device(id);
    for (const none of [null, "", "another", `${token}x`, token.toUpperCase()])
      expect(await viewerOf(reader(), none)).toBeNull();
    expect(await at(daysAfter(now(), 6.9), () => viewerOf(reader(), token))).not.toBeNull();
    expect(await at(daysAfter(now(), 7.1), () => viewerOf(reader(), token))).toBeNull();
    await transaction((tx) => tx.update(person).set({ state: "suspended" }).where(eq(person.id, id)));
    expect(await viewerOf(reader(), token)).toBeNull();
  });
});

describe("my devices", () => {
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  test("are listed, and ended one by one or all but this", async () => {
    const id = await aPerson();
    const [here, there, elsewhere] = [await device(id, firefox), await device(id), await device(id)];
    const stranger = await device(await aPerson());
    const viewer = await viewerOf(reader(), here);
    const devices = await callerOf(viewer).sessions.mine();
    expect(devices).toHaveLength(3);
    expect(devices.filter((one) => one.current)).toMatchObject([{ browser: "Firefox", system: "Linux" }]);
    const other = await viewerOf(reader(), there);
    await callerOf(viewer).sessions.end({ session: other?.sessionId ?? "" });
    expect(await viewerOf(reader(), there)).toBeNull();
    expect(await callerOf(viewer).sessions.endOthers()).toEqual({ ended: 1 });
    expect(await viewerOf(reader(), elsewhere)).toBeNull();
    expect(await viewerOf(reader(), here)).not.toBeNull();
    expect(await viewerOf(reader(), stranger)).not.toBeNull();
  });

  test("of another person do not exist", async () => {
    const viewer = await viewerOf(reader(), await device(await aPerson()));
    const theirs = await viewerOf(reader(), await device(await aPerson()));
    const end = callerOf(viewer).sessions.end({ session: theirs?.sessionId ?? "" });
    await expect(end).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("whose time is over are swept, the others stay", async () => {
    const id = await aPerson();
    await device(id);
    await transaction((tx) => sweepSessions(tx));
    expect(await reader().select().from(session).where(eq(session.personId, id))).toHaveLength(1);
    await at(new Date(now().getTime() + 8 * DAY), () => transaction((tx) => sweepSessions(tx)));
    expect(await reader().select().from(session).where(eq(session.personId, id))).toHaveLength(0);
  });

  test.each([
    [firefox, "Firefox", "Linux"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge",
      "Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1",
      "Safari",
      "iPhone",
    ],
    ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome", "Android"],
    ["curl/8.0", "", ""],
  ])("are called by their names: %s", (agent, browser, system) => {
    expect(describeAgent(agent)).toEqual({ browser, system });
  });
});
