import { readFileSync } from "node:fs";
import { INPUTS } from "@tests/support/access-inputs";
import { type AccessWorld, accessWorld } from "@tests/support/access-world";
import { withDatabase } from "@tests/support/database";
import { atStage, viewerFor } from "@tests/support/people";
import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import { accessDocument, proceduresOf } from "@/assembly/access-document";
import { expected } from "@/assembly/access-matrix";
import { type Outcome, WHO, type Who } from "@/assembly/access-rows";
import { ACCESS } from "@/assembly/access-table";
import { appRouter, createCaller } from "@/assembly/router";
import { refusalOf } from "@/platform/access/procedure";
import { transaction } from "@/platform/database/client";
import { rateLimit } from "@/platform/limits/schema";
import { STAGES, type Stage } from "@/stages/shape";

withDatabase();

const procedures = proceduresOf(appRouter);

test("every procedure of the router stands in the access matrix with a tried input, and no line is left over", () => {
  const names = procedures.map((one) => one.path).sort();
  expect(Object.keys(ACCESS).sort()).toEqual(names);
  expect(Object.keys(INPUTS).sort()).toEqual(names);
});

test("every procedure carries its guard, checks its output, and only a write changes things", () => {
  for (const one of procedures) {
    expect(one.meta, one.path).toBeDefined();
    expect(one.meta?.guard, one.path).not.toBe("");
    expect(one.hasOutput, `${one.path} declares what it gives`).toBe(true);
    expect(one.meta?.kind === "writes", `${one.path}: a mutation comes from writes`).toBe(one.type === "mutation");
    expect(one.meta?.kind === "listens", `${one.path}: a stream comes from listens`).toBe(one.type === "subscription");
  }
});

test("docs/access.md says what the router does", () => {
  expect(readFileSync("docs/access.md", "utf8")).toBe(accessDocument(appRouter));
});

function outcomeOf(error: unknown): Outcome {
  if (error instanceof TRPCError && error.code === "UNAUTHORIZED") return "sign-in";
  const refusal = refusalOf(error);
  if (refusal === null) throw error;
  return refusal.code;
}

async function attempt(world: AccessWorld, path: string, who: Who, stage: Stage): Promise<Outcome> {
  // The try before this one may have been a flip.
  await atStage(stage);
  const input = await INPUTS[path]?.(world, who === "nobody" ? "member" : who);
  const viewer = who === "nobody" ? null : await viewerFor(world.people[who]);
  const caller = createCaller({ viewer, locale: "en", requestId: "walk" });
  const call = path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], caller);
  return (call as (input: unknown) => Promise<unknown>)(input).then(() => "yes" as const, outcomeOf);
}

describe.each(STAGES)("at %s", (stage) => {
  let world: AccessWorld;
  beforeAll(async () => {
    await atStage("general");
    world = await accessWorld();
    await atStage(stage);
    await transaction((tx) => tx.delete(rateLimit));
  });

  test.each(procedures.map((one) => one.path))("%s", async (path) => {
    // The walk writes faster than anybody may.
    await transaction((tx) => tx.delete(rateLimit));
    const met: Partial<Record<Who, Outcome>> = {};
    for (const who of WHO) met[who] = await attempt(world, path, who, stage);
    const promised = Object.fromEntries(WHO.map((who) => [who, expected(path, who, stage)]));
    expect(met).toEqual(promised);
  });
});
