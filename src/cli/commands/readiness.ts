import { writeFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { withDatabase } from "@/cli/database";
import { answer, Failure } from "@/cli/output";
import { words } from "@/i18n/words";
import { now } from "@/platform/clock";
import { type Reader, reader } from "@/platform/database/client";
import { assess } from "@/readiness/assess";
import { type CurvePoint, curveOf, readyStretches } from "@/readiness/curve";
import { drawCurve } from "@/readiness/draw";
import { loadHistory, teamNamed } from "@/readiness/load";
import { settingAt } from "@/readiness/queries";
import { GATE_KEYS, type Readiness } from "@/readiness/shape";
import type { TeamSpan } from "@/readiness/view";
import { STAGES, type Stage, stageShape } from "@/stages/shape";

type Options = { at?: Date; team?: string[]; single?: boolean; stage?: Stage; curve?: string; json?: boolean };

export function register(program: Command): void {
  program
    .command("readiness")
    .description("say whether the community is alive enough to open the next stage, and why not")
    .option("--at <date>", "judge as of a day (2026-03-01, at its beginning in UTC) or a moment (ISO 8601)", momentOf)
    .option("--team <addresses>", "who stands for the team, comma-separated, in a history without roles", addresses)
    .option("--single", "let one evaluation decide, instead of several in a row")
    .option("--stage <key>", `judge the step out of this stage: ${STAGES.join(", ")}`, stageOf)
    .option("--curve <file>", "judge every 30 days from the beginning, and draw it as an SVG file")
    .action((options: Options) => withDatabase(() => run(reader(), options)));
}

async function run(db: Reader, options: Options): Promise<void> {
  const at = options.at ?? now();
  const team = options.team ? await namedTeam(db, options.team) : undefined;
  const setting = await settingAt(db, { at, team, stage: options.stage });
  const history = await loadHistory(db, at.getTime(), { everything: options.curve !== undefined });
  const readiness = assess(history, { ...setting, at: at.getTime(), single: options.single });
  if (options.curve === undefined) {
    answer(options.json, readiness, linesOf(readiness));
    return;
  }
  const curve = curveOf(history, { ...setting, at: at.getTime() });
  const summary = summaryOf(curve, setting.stage);
  await writeFile(options.curve, drawCurve(curve, { ...summary, lang: "en", bands: names() }));
  const document = { ...readiness, curve: { file: options.curve, points: curve.map(pointOf) } };
  answer(options.json, document, [...linesOf(readiness), "", summary.summary, `Drawn: ${options.curve}`]);
}

async function namedTeam(db: Reader, named: readonly string[]): Promise<TeamSpan[]> {
  const { team, unknown } = await teamNamed(db, named);
  if (unknown.length > 0) throw new Failure(`Nobody here has the address ${unknown.join(", ")}.`);
  return team;
}

function linesOf(readiness: Readiness): string[] {
  const t = words("en");
  return [
    `${readiness.at}  ${readiness.stage} -> ${readiness.next ?? "(no further stage)"}`,
    readiness.sentence.en,
    "",
    ...readiness.gates.map(
      ({ key, name, verdict, sentence }) =>
        `${key.padEnd(4)}${name.en.padEnd(30)}${t(`readiness.verdicts.${verdict}`).padEnd(20)}${sentence.en}`,
    ),
  ];
}

function summaryOf(curve: readonly CurvePoint[], stage: Stage) {
  const t = words("en");
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const stretches = readyStretches(curve).map(({ from, until }) => `${day(from)} – ${day(until)}`);
  return {
    title: t("readiness.curve.title", { stage }),
    ready: t("readiness.curve.ready"),
    summary: t("readiness.curve.summary", {
      count: curve.length,
      held: curve.filter((point) => point.holds).length,
      stretches: stretches.length > 0 ? stretches.join(", ") : "–",
    }),
  };
}

function names() {
  const t = words("en");
  return Object.fromEntries(GATE_KEYS.map((key) => [key, t(`readiness.names.${key}`)]));
}

function pointOf({ at, holds, blocking, gates }: CurvePoint, index: number) {
  return { month: index + 1, at: new Date(at).toISOString(), ready: holds, blocking, gates };
}

/** A day without a time is its first moment, in UTC. */
function momentOf(text: string): Date {
  const moment = new Date(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(moment.getTime()))
    throw new InvalidArgumentError("It takes a date such as 2026-03-01.");
  return moment;
}

function addresses(text: string): string[] {
  const found = text
    .split(/[\s,;]+/)
    .map((address) => address.toLowerCase())
    .filter((address) => address !== "");
  if (found.length === 0) throw new InvalidArgumentError("It takes at least one address.");
  return found;
}

function stageOf(text: string): Stage {
  const parsed = stageShape.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError(`The stages are ${STAGES.join(", ")}.`);
  return parsed.data;
}
