import type { AccessMeta } from "@/platform/access/procedure";
import { STAGES } from "@/stages/shape";
import { DOORS } from "./access-doors";
import { expected } from "./access-matrix";
import { WHO } from "./access-rows";
import type { AppRouter } from "./router";

/** A procedure of the live router, as the access walk sees it. */
export type WalkedProcedure = {
  readonly path: string;
  readonly type: "query" | "mutation" | "subscription";
  readonly meta: AccessMeta | undefined;
  readonly hasOutput: boolean;
};

type Internals = { _def: { type: WalkedProcedure["type"]; meta?: AccessMeta; output?: unknown } };

/** Every procedure of the router, by path. */
export function proceduresOf(router: AppRouter): WalkedProcedure[] {
  return Object.entries(router._def.procedures)
    .map(([path, procedure]) => {
      const { _def } = procedure as unknown as Internals;
      return { path, type: _def.type, meta: _def.meta, hasOutput: _def.output !== undefined };
    })
    .sort((a, b) => a.path.localeCompare(b.path, "en"));
}

const DOORS_HEAD = [
  "## The doors beside the pages",
  "",
  "Tried by `tests/architecture/doors.test.ts` as each kind of person at each stage; every POST from another site meets 403,",
  "but for doors whose address carries a key of its own.",
  "",
  "| door | tried | who may come in | nobody | outside | inside | host, admin |",
  "| --- | --- | --- | --- | --- | --- | --- |",
];

/** docs/access.md, made from the live router and the access matrix. */
export function accessDocument(router: AppRouter): string {
  const head = [
    "# Who may do what",
    "",
    "Made by `npm run levain -- access-matrix --docs`; a test compares it with the router and tries every line at every",
    "stage. Columns: what each kind of person meets once the stage lets them in. At *groundwork* members meet what the",
    "waiting meet; at *general launch* nobody waits any more. *not found* is the answer for what one may not know of.",
    "",
    `| procedure | kind | guard | ${WHO.join(" | ")} |`,
    `| --- | --- | --- | ${WHO.map(() => "---").join(" | ")} |`,
  ];
  const lines = proceduresOf(router).map(({ path, meta }) => {
    const outcomes = WHO.map((who) => expected(path, who, "pilot") ?? "?");
    const limit = meta?.limit === undefined ? "" : ` (${meta.limit})`;
    return `| \`${path}\` | ${meta?.kind ?? "?"}${limit} | ${meta?.guard ?? "?"} | ${outcomes.join(" | ")} |`;
  });
  const ways = Object.entries(DOORS).map(([name, { rule, tried, nobody, outside, inside, team = inside }]) => {
    const path = tried.path.replace(/\?.*$/, "");
    return `| ${name} | ${tried.method} \`${path}\` | ${rule} | ${nobody} | ${outside} | ${inside} | ${team} |`;
  });
  return [...head, ...lines, "", `Stages: ${STAGES.join(", ")}.`, "", ...DOORS_HEAD, ...ways, ""].join("\n");
}
