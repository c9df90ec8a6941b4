import { expect } from "vitest";
import { connect, databaseOn, type Reader, type Sql } from "@/platform/database/client";

/** Tables that grow with what people write: none of them may be read from end to end for one page. */
const GROWING = ["post", "conversation", "comment", "person", "person_words", "search_passage", "idea", "idea_vote"];

export type Plan = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Plan[] } & Buffers;
type Buffers = { "Shared Hit Blocks": number; "Shared Read Blocks": number };

/** Runs a query, and asks for the plan of each statement that it sent. */
export async function plansOf(url: string, ask: (db: Reader) => Promise<unknown>): Promise<Plan[]> {
  const client = connect(url, 1);
  const sent: Parameters<Sql["unsafe"]>[] = [];
  const recording = new Proxy(client, {
    get: (target, key) => {
      if (key !== "unsafe") return Reflect.get(target, key) as unknown;
      return (...statement: Parameters<Sql["unsafe"]>) => {
        sent.push(statement);
        return target.unsafe(...statement);
      };
    },
  });
  await ask(databaseOn(recording).reader);
  const plans: Plan[] = [];
  for (const [text, values] of sent) {
    const [row] = await client.unsafe<{ "QUERY PLAN": { Plan: Plan }[] }[]>(
      `explain (analyze, buffers, format json) ${text}`,
      values,
    );
    plans.push(...(row?.["QUERY PLAN"] ?? []).map((one) => one.Plan));
  }
  await client.end();
  return plans;
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** Expects that some indexes are walked, no growing table is read from end to end, and few pages are touched. */
export function expectPlans(plans: readonly Plan[], wish: { indexes: readonly string[]; pagesMax: number }): void {
  const nodes = plans.flatMap(nodesOf);
  const whole = nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"] ?? "");
  expect(whole.filter((table) => GROWING.includes(table))).toEqual([]);
  expect(nodes.map((node) => node["Index Name"])).toEqual(expect.arrayContaining([...wish.indexes]));
  expect(pagesOf(plans)).toBeLessThanOrEqual(wish.pagesMax);
}

/** How many pages of the database the statements touched. */
export function pagesOf(plans: readonly Plan[]): number {
  return plans.reduce((sum, plan) => sum + plan["Shared Hit Blocks"] + plan["Shared Read Blocks"], 0);
}
