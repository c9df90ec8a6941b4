import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const ROOT = process.cwd();
const CRUISER = path.join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
const CONFIG = path.join(ROOT, ".dependency-cruiser.cjs");
const RUNTIME_CONFIG = path.join(ROOT, ".dependency-cruiser.runtime.cjs");

type Report = {
  summary: { totalCruised: number; violations: { rule: { name: string } }[] };
  modules: { source: string }[];
};

async function cruise(folder: string, config = CONFIG): Promise<Report> {
  const { stdout } = await run(process.execPath, [CRUISER, "--config", config, "--output-type", "json", "src"], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((failed: { stdout: string }) => failed);
  return JSON.parse(stdout) as Report;
}

test("the import laws see every source file", async () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => `src/${name}`);
  const report = await cruise(ROOT);
  const seen = new Set(report.modules.map((module) => module.source));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((name) => !seen.has(name))).toEqual([]);
});

const PLANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "members-looks-left": {
    "src/members/a.ts": 'import { b } from "../posts/b";\nexport const a = b;\n',
    "src/posts/b.ts": "export const b = 1;\n",
  },
  "no-cycle": {
    "src/posts/a.ts": 'import { b } from "./b";\nexport const a = () => b;\n',
    "src/posts/b.ts": 'import { a } from "./a";\nexport const b = () => a;\n',
  },
  "platform-knows-no-domain": {
    "src/platform/a.ts": 'import type { B } from "../members/b";\nexport type A = B;\n',
    "src/members/b.ts": "export type B = string;\n",
  },
  "ui-knows-no-domain": {
    "src/ui/a.tsx": 'import { b } from "../spaces/b";\nexport const a = b;\n',
    "src/spaces/b.ts": "export const b = 1;\n",
  },
  "pages-compose-only": {
    "src/app/page.tsx": 'import { b } from "../posts/queries";\nexport default b;\n',
    "src/posts/queries.ts": "export const b = 1;\n",
  },
  "interface-reaches-no-database": {
    "src/posts/ui/card.tsx": 'import { b } from "../b";\nexport const a = b;\n',
    "src/posts/b.ts": 'import { pool } from "../platform/database/client";\nexport const b = pool;\n',
    "src/platform/database/client.ts": "export const pool = 1;\n",
  },
  "rooms-know-no-house": {
    "src/posts/a.ts": 'import { b } from "../assembly/b";\nexport const a = b;\n',
    "src/assembly/b.ts": "export const b = 1;\n",
  },
  "no-test-in-product": {
    "src/posts/a.ts": 'import { b } from "./b.test";\nexport const a = b;\n',
    "src/posts/b.test.ts": "export const b = 1;\n",
  },
};

test.each(Object.entries(PLANTED))("a planted violation of %s is caught", async (law, files) => {
  const folder = mkdtempSync(path.join(tmpdir(), "levain-laws-"));
  try {
    writeFileSync(path.join(folder, "tsconfig.json"), '{ "compilerOptions": { "module": "preserve" } }');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const report = await cruise(folder, law === "interface-reaches-no-database" ? RUNTIME_CONFIG : CONFIG);
    expect(report.summary.violations.map((violation) => violation.rule.name)).toContain(law);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
