import { type Command, InvalidArgumentError } from "commander";
import { withDatabase } from "@/cli/database";
import { answer, Failure } from "@/cli/output";
import { words } from "@/i18n/words";
import { flipStage } from "@/launch/actions/flip-stage";
import { inShort } from "@/launch/effect";
import { rehearse } from "@/launch/rehearsal";
import { summaryOf } from "@/launch/summary";
import type { GatesView, RehearsalView } from "@/launch/views";
import { reader, transaction } from "@/platform/database/client";
import { isRefusal } from "@/platform/errors";
import { closeSender } from "@/platform/jobs/boss";
import { isCounted } from "@/readiness/record";
import { STAGES, type Stage, stageShape } from "@/stages/shape";

type Json = { json?: boolean };
type FlipOptions = Json & { override?: string; reason?: string; rehearse?: boolean };

export function register(program: Command): void {
  const stage = program.command("stage").description("say where the launch stands, rehearse a step, take it");
  stage.command("show").description("say where the launch stands and what the next step asks").action(show);
  stage
    .command("flip")
    .argument("<key>", `the stage to move to: ${STAGES.join(", ")}`, asStage)
    .option("--override <reason>", "open although a gate does not hold; the reason stays in the history")
    .option("--reason <words>", "why, needed to go back or to leave out a stage")
    .option("--rehearse", "only say what exactly would happen")
    .description("move the launch to another stage")
    .action(flip);
}

function asStage(word: string): Stage {
  const read = stageShape.safeParse(word);
  if (!read.success) throw new InvalidArgumentError(`It is one of ${STAGES.join(", ")}.`);
  return read.data;
}

async function show({ json }: Json): Promise<void> {
  await withDatabase(async () => {
    const summary = await summaryOf(reader());
    const { stage, since, inside, next, gates } = summary;
    answer(json, summary, [
      `${nameOf(stage)} since ${since.toISOString()} (version ${summary.version}).`,
      `${inside.total} people may enter; ${inside.signedIn} have been here.`,
      next === null ? "There is no further step." : `Next: ${nameOf(next)}.`,
      ...gateLines(gates),
    ]);
  });
}

async function flip(to: Stage, options: FlipOptions): Promise<void> {
  const work = options.rehearse ? () => tellRehearsal(to, options) : () => take(to, options);
  await withDatabase(async () => {
    await work().catch((error: unknown) => {
      throw isRefusal(error) && !options.json ? new Failure(wordsOf(error.key, error.values)) : error;
    });
  });
}

async function tellRehearsal(to: Stage, { json }: Json): Promise<void> {
  const { may: _, ...rehearsal } = await rehearse(reader(), to, null);
  answer(json, rehearsal, rehearsalLines(rehearsal));
}

async function take(to: Stage, { json, override = "", reason = "" }: FlipOptions): Promise<void> {
  const { version } = await rehearse(reader(), to, null);
  const input = { to, version, reason: reason.trim(), override: override.trim() };
  const done = await transaction((tx) => flipStage({ tx, actor: null, requestId: "levain stage flip" }, input));
  await closeSender();
  const { gained, lost, letters } = done.effect;
  answer(json, done, [
    `${nameOf(done.from)} → ${nameOf(done.to)} (version ${done.version}).`,
    `${gained} gained entry, ${lost} lost it; ${letters} letters leave in a quarter of an hour. Until then an admin can undo it.`,
  ]);
}

function rehearsalLines({ from, to, effect, gates, needs }: Omit<RehearsalView, "may">): string[] {
  const { gained, lost, spaces, boards, emptyRooms } = effect;
  const names = (rooms: readonly { name: string }[]) => rooms.map(({ name }) => name).join(", ") || "none";
  return [
    `${nameOf(from)} → ${nameOf(to)}: a rehearsal, nothing happened.`,
    `${gained.count} would gain entry, ${lost.count} would lose it; ${inShort(effect).letters} letters would leave.`,
    `Spaces that open: ${names(spaces.opening)}. Boards that open: ${names(boards.opening)}.`,
    `Spaces that would be empty: ${names(emptyRooms)}.`,
    ...gateLines(gates),
    ...(needs.reason ? ["It needs --reason."] : []),
    ...(needs.override ? ["A gate does not hold: it needs --override with a reason."] : []),
  ];
}

function gateLines(gates: GatesView | null): string[] {
  const measured = gates?.gates.filter(isCounted) ?? [];
  return measured.map(({ key, verdict, sentence }) => `${key.padEnd(4)}${verdict.padEnd(9)} ${sentence.en}`);
}

function nameOf(stage: Stage): string {
  return words("en")(`stages.name.${stage}`);
}

function wordsOf(key: string, values: Readonly<Record<string, string | number>>): string {
  const t = words("en");
  const path = `refusals.${key}`;
  return t.has(path) ? t(path, values) : key;
}
