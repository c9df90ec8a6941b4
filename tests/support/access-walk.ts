import { INPUTS } from "@tests/support/access-inputs";
import { type AccessWorld, accessWorld } from "@tests/support/access-world";
import { withDatabase } from "@tests/support/database";
import { atStage, viewerFor } from "@tests/support/people";
import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import { proceduresOf } from "@/assembly/access-document";
import { expected } from "@/assembly/access-matrix";
import { type Outcome, WHO, type Who } from "@/assembly/access-rows";
import { appRouter, createCaller } from "@/assembly/router";
import { refusalOf } from "@/platform/access/procedure";
import { transaction } from "@/platform/database/client";
import { rateLimit } from "@/platform/limits/schema";
import type { Stage } from "@/stages/shape";

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

/**
 * Calls every procedure as everybody at a stage, and compares with the matrix. Each stage is a file of its own, so that
 * they run side by side. Call it once, at the top of the file.
 */
export function walkProceduresAt(stage: Stage): void {
  withDatabase({ pool: 2 });
  describe(`at ${stage}`, () => {
    let world: AccessWorld;
    beforeAll(async () => {
      await atStage("general");
      world = await accessWorld();
      await atStage(stage);
      await transaction((tx) => tx.delete(rateLimit));
    });

    test.each(proceduresOf(appRouter).map((one) => one.path))("%s", async (path) => {
      // The walk writes faster than anybody may.
      await transaction((tx) => tx.delete(rateLimit));
      const met: Partial<Record<Who, Outcome>> = {};
      for (const who of WHO) met[who] = await attempt(world, path, who, stage);
      const promised = Object.fromEntries(WHO.map((who) => [who, expected(path, who, stage)]));
      expect(met).toEqual(promised);
    });
  });
}
