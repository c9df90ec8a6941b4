import { cpus } from "node:os";
import { type Command, Option } from "commander";
import type { BoardLists } from "@/cli/bench/board-lists";
import type { FanOut } from "@/cli/bench/fan-out";
import type { Effort, Measured } from "@/cli/bench/measure";
import type { Scale, Scaled } from "@/cli/bench/scale";
import { answer, Failure } from "@/cli/output";
import { onStopSignal, type Stop } from "@/cli/start/stop-signal";
import { wholeFrom } from "@/cli/whole-number";

type Options = {
  members: number;
  posts: number;
  spaces: number;
  requests: number;
  connections: number;
  rounds: number;
  strict?: boolean;
  floor?: boolean;
  scale?: boolean;
  boards?: boolean;
  ideas: number;
  votes: number;
  json?: boolean;
};

/** The feed procedure may cost this many times what the bare tRPC route and its SQL cost together. */
const AIM = 2;
/** A write's limit is 20 posts in ten minutes, and one round in front of the others is thrown away. */
const POSTS_PER_PERSON = 15;
/** A comparison of the database alone is quick: so many times for each round. */
const SCALE_ROUNDS = 8;

export function register(program: Command): void {
  program
    .command("bench")
    .description("measure what requests cost, on a throw-away Levain of its own; every figure beside its floor")
    .option("--members <n>", "people in the synthetic community", wholeFrom(50, 1_000_000), 1000)
    .option("--posts <n>", "posts and comments together", wholeFrom(1000, 20_000_000), 50_000)
    .option("--spaces <n>", "spaces", wholeFrom(1, 10_000), 20)
    .option("--requests <n>", "requests a round, for each target", wholeFrom(50, 100_000), 400)
    .option("--connections <n>", "connections at a time", wholeFrom(1, 100), 8)
    .option("--rounds <n>", "rounds; the medians are told", wholeFrom(1, 100), 5)
    .option("--scale", "compare the database's part with that of a community of a tenth, instead of asking the server")
    .option("--boards", "compare the lists of a board of --ideas with those of one of 500")
    .option("--ideas <n>", "ideas on that board", wholeFrom(1000, 1_000_000), 5000)
    .option("--votes <n>", "votes on them together", wholeFrom(1000, 50_000_000), 100_000)
    .option("--strict", "exit with 1 when an aim is missed")
    .addOption(new Option("--floor").hideHelp())
    .action(async (options: Options) => {
      if (options.floor) return (await import("@/cli/bench/floor")).runFloor();
      if (options.scale) return tellScale(options, await runScale(options));
      if (options.boards) return tellBoards(options, await runBoards(options));
      const { measured, told } = await run(options);
      const ratios = ratiosOf(measured);
      answer(options.json, { machine: machine(), world: worldOf(options), measured, ratios, fanOut: told }, [
        ...table(measured),
        "",
        ...verdict(ratios),
        ...fanOutLines(told),
        `Measured on ${machine().cpus} × ${machine().model}, Node ${machine().node}.`,
      ]);
      if (options.strict && ratios.feedCpu > AIM) throw new Failure(`The feed procedure misses its aim of ${AIM}.`);
    });
}

async function runScale(options: Options): Promise<Scale> {
  const { scaleOf } = await import("@/cli/bench/scale");
  const { throwAwayServer } = await import("@/cli/bench/throw-away");
  return guarded(async (stop, undo) => {
    const { url } = await throwAwayServer(undo);
    return scaleOf(url, options, options.rounds * SCALE_ROUNDS, stop.signal);
  });
}

/** Runs what sets something up, takes all of that down again, and tells of Ctrl-C as what it is. */
async function guarded<T>(work: (stop: Stop, undo: (() => unknown)[]) => Promise<T>): Promise<T> {
  const stop = onStopSignal();
  const undo: (() => unknown)[] = [];
  try {
    return await work(stop, undo);
  } catch (error) {
    throw stop.signal.aborted ? new Failure(stop.reason ?? "Stopped.") : error;
  } finally {
    for (const step of undo.reverse()) await step();
    stop.done();
  }
}

async function runBoards(options: Options): Promise<BoardLists> {
  const { boardListsOf } = await import("@/cli/bench/board-lists");
  const { throwAwayServer } = await import("@/cli/bench/throw-away");
  return guarded(async (stop, undo) => {
    const { url } = await throwAwayServer(undo);
    return boardListsOf(url, options, options.rounds * SCALE_ROUNDS, stop.signal);
  });
}

function tellBoards(options: Options, { small, large, scaled }: BoardLists): void {
  const count = (n: number) => n.toLocaleString("en");
  const of = ({ ideas, votes }: BoardLists["large"]) => `${count(ideas)} ideas and ${count(votes)} votes`;
  const held = [`A board of ${of(large)}, beside one of ${of(small)}.`];
  tellScaled(options, scaled, { machine: machine(), small, large }, held);
}

function tellScale(options: Options, { small, large, scaled }: Scale): void {
  const count = (n: number) => n.toLocaleString("en");
  const held = [
    `${count(large.passages)} posts and comments, ${count(large.inSpace)} posts in the space; a tenth beside them.`,
  ];
  tellScaled(options, scaled, { machine: machine(), world: worldOf(options), small, large }, held);
}

function tellScaled(options: Options, scaled: readonly Scaled[], told: object, held: readonly string[]): void {
  const rows = scaled.map((one) => ({ ...one, ratio: one.largeMs / one.smallMs }));
  const missed = rows.filter(({ ratio, aim }) => ratio > aim);
  const lines = rows.map(
    ({ what, smallMs, largeMs, ratio, aim }) =>
      `${what.padEnd(32)}${smallMs.toFixed(1).padStart(9)}${largeMs.toFixed(1).padStart(9)}${ratio.toFixed(2).padStart(9)}${`≤ ${aim}`.padStart(8)}`,
  );
  answer(options.json, { ...told, scaled: rows }, [
    `${"".padEnd(32)}${"small ms".padStart(9)}${"large ms".padStart(9)}${"ratio".padStart(9)}${"aim".padStart(8)}`,
    ...lines,
    "",
    ...held,
  ]);
  if (options.strict && missed.length > 0)
    throw new Failure(`Over their aim: ${missed.map(({ what }) => what).join(", ")}.`);
}

async function run(options: Options): Promise<{ measured: Measured[]; told: FanOut }> {
  const { setStage } = await import("@/cli/bench/stage");
  const { fanOut } = await import("@/cli/bench/fan-out");
  const { measure } = await import("@/cli/bench/measure").catch(explainMissing);
  const effort: Effort = options;
  const writes = 2 * (options.rounds + 1) * Math.max(options.connections, options.requests * 0.1 + options.connections);
  const people = Math.min(options.members, Math.max(1, Math.ceil(writes / POSTS_PER_PERSON)));
  return guarded(async (stop, undo) => {
    const stage = await setStage(options, people, stop, undo);
    const measured = await measure(stage, effort, stop.signal);
    return { measured, told: await fanOut(stage.post) };
  });
}

/** The generator of the load is a package for development, which an image does not have. */
function explainMissing(error: unknown): never {
  const isMissing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
  throw isMissing ? new Failure("The bench needs the packages for development: run it in a clone.") : error;
}

/** What each costs beside its floor; 1 is the floor itself. */
type Ratios = { feedCpu: number; feedTime: number; feedPageCpu: number; threadPageCpu: number };

function ratiosOf(measured: readonly Measured[]): Ratios {
  const of = (name: string) => measured.find((one) => one.name === name) ?? { cpuMs: 0, requestsPerSecond: 0 };
  const time = (name: string) => 1 / of(name).requestsPerSecond;
  const sql = "SQL of the feed alone";
  return {
    feedCpu: of("feed procedure").cpuMs / (of("bare tRPC").cpuMs + of(sql).cpuMs),
    feedTime: time("feed procedure") / (time("bare tRPC") + time(sql)),
    feedPageCpu: of("feed page").cpuMs / (of("bare page").cpuMs + of(sql).cpuMs),
    threadPageCpu: of("thread page").cpuMs / (of("bare page").cpuMs + of("SQL of the thread alone").cpuMs),
  };
}

function table(measured: readonly Measured[]): string[] {
  const lines = [
    ["", "requests/s", "CPU ms", "bytes"],
    ...measured.map(({ name, requestsPerSecond, cpuMs, bytes }) => [
      name,
      requestsPerSecond.toFixed(0),
      cpuMs.toFixed(2),
      bytes === 0 ? "" : String(bytes),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map(([name = "", ...cells]) =>
    [name.padEnd(widths[0] ?? 0), ...cells.map((cell, n) => cell.padStart(widths[n + 1] ?? 0))].join("  ").trimEnd(),
  );
}

function verdict({ feedCpu, feedTime, feedPageCpu, threadPageCpu }: Ratios): string[] {
  const times = (value: number) => `${value.toFixed(2)} times`;
  return [
    `The feed procedure costs ${times(feedCpu)} the CPU of the bare tRPC route and its SQL (aim: at most ${AIM}),`,
    `and takes ${times(feedTime)} their time.`,
    `The feed page costs ${times(feedPageCpu)} the CPU of a bare page and that SQL, a thread ${times(threadPageCpu)}.`,
  ];
}

function fanOutLines({ listeners, statements, ms, bareMs }: FanOut): string[] {
  return [
    `A comment reaches ${listeners} listeners in ${statements} statements and ${ms.toFixed(0)} ms,`,
    `${(ms / bareMs).toFixed(2)} times the bare insert of as many rows (${bareMs.toFixed(0)} ms).`,
  ];
}

function machine(): { cpus: number; model: string; node: string } {
  const all = cpus();
  return { cpus: all.length, model: all[0]?.model.trim() ?? "unknown", node: process.versions.node };
}

function worldOf({ members, posts, spaces, requests, connections, rounds }: Options): Record<string, number> {
  return { members, posts, spaces, requests, connections, rounds };
}
