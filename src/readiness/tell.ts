import { type WordKey, type WordValues, words } from "@/i18n/words";
import type { GateResult } from "./evaluate";
import { hitsNeeded } from "./measure";
import type { Rule, Step } from "./rules";
import type { Gate, GateKey, Part } from "./shape";

export type InBothLanguages = { en: string; fr: string };

/** What the host can do about a gate that does not hold: three acts, the nearest first. */
const ACTS: Partial<Record<GateKey, readonly string[]>> = {
  L1: ["talk", "ask", "introduce"],
  L2: ["comeBack", "introduce", "rhythm"],
  L3: ["rhythm", "comeBack", "talk"],
  L4: ["askFirst", "handOver", "introduce"],
  L5: ["answer", "askFirst", "ask"],
  L6: ["greet", "answer", "introduce"],
  L7: ["inviteToStart", "handOver", "ask"],
  L8: ["introduce", "askFirst", "bridge"],
  L9: ["bridge", "introduce", "quiet"],
  L10: ["quiet", "inviteToStart", "handOver"],
  L11: ["inviteUnits", "bridge", "introduce"],
  L12: ["answerIdeas", "suggest", "credit"],
  L13: ["askMissed", "talk", "rhythm"],
  L14: ["askAdvice", "greet", "introduce"],
};

/** A sentence of this room in both languages. `path` is below `readiness.` in the catalogue. */
export function tell(path: string, values: WordValues = {}): InBothLanguages {
  const key = `readiness.${path}`;
  const en = words("en");
  if (!en.has(key)) throw new Error(`No sentence ${key}`);
  return { en: en(key, values), fr: words("fr")(key, values) };
}

/** Puts a gate's result into words: its name, one sentence with figures, and what to do about it. */
export function tellGate(result: GateResult, rule: Rule, step: Step = "founding"): Gate {
  const { key, role, verdict } = result;
  return {
    key,
    role,
    verdict,
    parts: result.parts.map((part) => ({ ...part })),
    name: tell(`names.${key}`),
    sentence: sentenceOf(result, rule, step),
    acts: actsFor(result).map((act) => ({ key: act, text: tell(`acts.${act}`) })),
  };
}

function sentenceOf(result: GateResult, rule: Rule, step: Step): InBothLanguages {
  if (result.verdict === "notMeasured") return tell(unmeasuredPath(result));
  if (result.verdict === "tooEarly") return led("told.tooEarly", earlyText(result, rule, step));
  const text = decidingText(result, rule);
  if (result.verdict === "notYet") return led("told.notYet", text);
  return { en: capitalised(text.en), fr: capitalised(text.fr) };
}

function unmeasuredPath({ lacks, role }: GateResult): string {
  if (lacks) return "told.noUnits";
  return role === "core" ? "told.skipped" : "told.notMeasured";
}

function led(path: "told.notYet" | "told.tooEarly", text: InBothLanguages): InBothLanguages {
  const key: WordKey = `readiness.${path}`;
  return { en: words("en")(key, { text: text.en }), fr: words("fr")(key, { text: text.fr }) };
}

/** The first figure that does not hold, or the first of all when every one does. */
function decidingText({ key, parts }: GateResult, rule: Rule): InBothLanguages {
  const part = parts.find((one) => !one.holds) ?? parts[0];
  if (!part) throw new Error(`Gate ${key} has no figures`);
  if (part.unit === "ratio" && part.value === null) return tell(`parts.${key}.ratioUnknown`);
  return tell(`parts.${key}.${part.key}`, figuresOf(part, rule));
}

function figuresOf(part: Part, rule: Rule): Record<string, number> {
  const value = part.value ?? 0;
  const n = part.n ?? 0;
  if (part.unit === "share") return { value: Math.round(value * n), n, needed: hitsNeeded(n, part.threshold, rule) };
  // Rounded down, so that a figure just under its threshold is never told as the threshold itself.
  if (part.unit === "ratio") return { value: Math.floor(value * 100), n, needed: Math.round(part.threshold * 100) };
  return { value: Math.floor(value * 10) / 10, n, needed: Math.ceil(part.threshold * 10) / 10 };
}

function earlyText({ key, parts }: GateResult, rule: Rule, step: Step): InBothLanguages {
  const fixed = key in rule.least ? rule.least[key as keyof Rule["least"]] : 0;
  const least = key === "L13" ? rule.thresholds[step].missedAnswers : fixed;
  const n = parts.find((part) => part.value === null && part.n !== null)?.n ?? 0;
  // The sample is large enough and still says nothing: too little of it is the members' own.
  const members = n >= least ? "Members" : "";
  return tell(`early.${key}${members}`, { n, least });
}

function actsFor({ key, verdict }: GateResult): readonly string[] {
  if (verdict === "pass" || verdict === "notMeasured") return [];
  return key === "L3" && verdict === "tooEarly" ? ["wait"] : (ACTS[key] ?? []);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
