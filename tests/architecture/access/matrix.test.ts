import { readdirSync, readFileSync } from "node:fs";
import { INPUTS } from "@tests/support/access-inputs";
import { expect, test } from "vitest";
import { accessDocument, proceduresOf } from "@/assembly/access-document";
import { ACCESS } from "@/assembly/access-table";
import { appRouter } from "@/assembly/router";
import { STAGES } from "@/stages/shape";

const procedures = proceduresOf(appRouter);

test("every procedure of the router stands in the access matrix with a tried input, and no line is left over", () => {
  const names = procedures.map((one) => one.path).sort();
  expect(Object.keys(ACCESS).sort()).toEqual(names);
  expect(Object.keys(INPUTS).sort()).toEqual(names);
});

test("every stage is walked", () => {
  const walks = ["matrix", ...STAGES].map((name) => `${name}.test.ts`);
  expect(readdirSync("tests/architecture/access").sort()).toEqual(walks.sort());
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
