import type { GateRole, Part, Verdict } from "./shape";

/** What is kept of a gate's verdict: each figure with its sample, and what was asked of it. */
export type GateRecord = {
  key: string;
  role: GateRole;
  verdict: Verdict;
  value: number | null;
  n: number | null;
  threshold: number | null;
  /** Every figure; missing in what was kept before there were several. */
  parts?: Part[];
};

/** A gate as a flip and a day keep it: its first figure for the eye, and all of them. */
export function gateRecord(gate: {
  key: string;
  role: GateRole;
  verdict: Verdict;
  parts: readonly Part[];
}): GateRecord {
  const { key, role, verdict, parts } = gate;
  const [first] = parts;
  const { value = null, n = null, threshold = null } = first ?? {};
  return { key, role, verdict, value, n, threshold, parts: [...parts] };
}

/** False for a gate that nothing measures and that decides nothing: it stands below the others, in one sentence. */
export function isCounted({ role, verdict }: Pick<GateRecord, "role" | "verdict">): boolean {
  return verdict !== "notMeasured" || role === "core";
}
