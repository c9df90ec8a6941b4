import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { eventsDocument } from "@/assembly/events-document";

const documents = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.md"], { encoding: "utf8" })
  .split("\n")
  .filter((name) => name !== "" && existsSync(name));

/** Paths that a document may cite although no clone has them. */
const MADE_LATER = /^(\.data|dist|\.next|node_modules)(\/|$)/;

test("documents cite only paths that exist", () => {
  const lost: string[] = [];
  for (const name of documents) {
    const text = readFileSync(name, "utf8");
    for (const [, cited = ""] of text.matchAll(
      /`((?:src|tests|docs|drizzle|scripts|deploy|public)\/[\w./()[\]-]*)`/g,
    )) {
      const place = cited.replace(/\/$/, "");
      if (!MADE_LATER.test(place) && !existsSync(place)) lost.push(`${name}: ${cited}`);
    }
    for (const [, link = ""] of text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)) {
      const place = new URL(link, `file:///${name}`).pathname.slice(1);
      if (!existsSync(decodeURIComponent(place))) lost.push(`${name}: ${link}`);
    }
  }
  expect(documents).toContain("README.md");
  expect(lost).toEqual([]);
});

test("docs/events.md says what can happen and who reacts", () => {
  expect(readFileSync("docs/events.md", "utf8")).toBe(eventsDocument());
});

test("every decision has its five parts", () => {
  const decisions = documents.filter((name) => /^docs\/decisions\/\d{4}-/.test(name));
  expect(decisions.length).toBeGreaterThan(3);
  for (const name of decisions) {
    const text = readFileSync(name, "utf8");
    for (const part of ["# ", "Date:", "Status:", "## Context", "## Decision", "## Consequences"])
      expect(text, `${name} has ${part}`).toContain(part);
  }
});
