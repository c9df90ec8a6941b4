import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

it("the lockfile names the packages of every platform, or npm ci refuses it: node scripts/complete-lockfile.mjs", () => {
  const names = new Set(Object.keys(lock.packages).map((key) => key.replace(/^.*node_modules\//, "")));
  const wanted = Object.values(lock.packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});
