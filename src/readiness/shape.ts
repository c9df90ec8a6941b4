import { z } from "zod";
import { stageShape } from "@/stages/shape";

export const GATE_KEYS = [
  "L1",
  "L2",
  "L3",
  "L4",
  "L5",
  "L6",
  "L7",
  "L8",
  "L9",
  "L10",
  "L11",
  "L12",
  "L13",
  "L14",
] as const;
export type GateKey = (typeof GATE_KEYS)[number];

export const GATE_ROLES = ["core", "guard", "info"] as const;
export type GateRole = (typeof GATE_ROLES)[number];

export const VERDICTS = ["pass", "notYet", "tooEarly", "notMeasured"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a number counts, which is also how it is written. */
export const UNITS = ["people", "share", "ratio", "voices", "weeks", "pairs", "units", "changes"] as const;
export type Unit = (typeof UNITS)[number];

const inBothLanguages = z.object({ en: z.string(), fr: z.string() });

/** One figure of a gate. A share without its minimum sample has no value: only `n` is told. */
export const partShape = z.object({
  key: z.string(),
  unit: z.enum(UNITS),
  value: z.number().nullable(),
  n: z.number().nullable(),
  low: z.number().nullable(),
  threshold: z.number(),
  target: z.number().nullable(),
  holds: z.boolean(),
});
export type Part = z.infer<typeof partShape>;

export const gateShape = z.object({
  key: z.enum(GATE_KEYS),
  name: inBothLanguages,
  role: z.enum(GATE_ROLES),
  parts: z.array(partShape),
  verdict: z.enum(VERDICTS),
  sentence: inBothLanguages,
  acts: z.array(z.object({ key: z.string(), text: inBothLanguages })),
});
export type Gate = z.infer<typeof gateShape>;

export const evaluationShape = z.object({
  at: z.iso.datetime(),
  holds: z.boolean(),
  gates: z.array(z.object({ key: z.enum(GATE_KEYS), verdict: z.enum(VERDICTS) })),
});

/** What stands in the way: a gate, a fact, or a rule that has not held often enough. */
export const blockShape = z.object({ key: z.string(), text: inBothLanguages });

/** The answer to "is the community alive enough to open the next stage?". */
export const readinessShape = z.object({
  at: z.iso.datetime(),
  stage: stageShape,
  next: stageShape.nullable(),
  ready: z.boolean(),
  ruleVersion: z.string(),
  sentence: inBothLanguages,
  population: z.number().int().nullable(),
  team: z.enum(["roles", "named", "guessed"]),
  evaluations: z.array(evaluationShape),
  gates: z.array(gateShape),
  blocking: z.array(blockShape),
});
export type Readiness = z.infer<typeof readinessShape>;
