import type { Reader } from "@/platform/database/client";
import type { Stage } from "@/stages/shape";
import type { GatesView } from "./views";

/** The gates that are measured on what people write, before the stage after `step`. */
export async function measuredGates(_db: Reader, step: Stage, at: Date): Promise<GatesView> {
  const nothing = { en: "", fr: "" };
  return {
    at: at.toISOString(),
    step,
    ready: false,
    ruleVersion: "",
    sentence: nothing,
    gates: [],
    evaluations: [],
    blocking: [],
  };
}
