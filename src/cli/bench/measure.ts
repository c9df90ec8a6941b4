import { load, type Target } from "@/cli/bench/load";
import type { Alone, AskAlone } from "@/cli/bench/sql";
import type { Stage } from "@/cli/bench/stage";
import { cookieOf, FEED, targetsOf } from "@/cli/bench/targets";
import { aside, Failure } from "@/cli/output";

/** A line of the result: the medians of the rounds. */
export type Measured = {
  readonly name: string;
  readonly requestsPerSecond: number;
  /** User and system time of the process that answers, in milliseconds a request. */
  readonly cpuMs: number;
  /** Bytes of a response, headers included; 0 where nothing is sent. */
  readonly bytes: number;
};

/** How much is asked: `requests` a round for each target, over `connections`, in `rounds` that alternate the targets. */
export type Effort = { readonly requests: number; readonly connections: number; readonly rounds: number };

type Sample = { requestsPerSecond: number; cpuMs: number; bytes: number; requests: number };
type Probe = { readonly name: string; readonly writes: boolean; readonly take: () => Promise<Sample> };

/**
 * Measures every target in every round, one after the other, so that whatever else the machine does falls on all of
 * them alike; one round before the first warms up and is thrown away.
 */
export async function measure(stage: Stage, effort: Effort, signal: AbortSignal): Promise<Measured[]> {
  await giveFloorItsAnswer(stage);
  const probes = await probesOf(stage, effort);
  const postsBefore = await stage.countPosts();
  const rounds: Sample[][] = [];
  for (let round = 0; round <= effort.rounds; round += 1) {
    aside(round === 0 ? "Warming up …" : `Round ${round} of ${effort.rounds} …`);
    const samples: Sample[] = [];
    for (const probe of probes) {
      signal.throwIfAborted();
      samples.push(await probe.take());
    }
    rounds.push(samples);
  }
  const sent = rounds.flatMap((samples) => samples.filter((_, n) => probes[n]?.writes)).reduce(addRequests, 0);
  const written = (await stage.countPosts()) - postsBefore;
  if (written !== sent) throw new Failure(`${sent} posts were sent, but ${written} were written.`);
  return probes.map(({ name }, n) =>
    medians(
      name,
      rounds.slice(1).flatMap((samples) => samples[n] ?? []),
    ),
  );
}

function addRequests(sum: number, { requests }: Sample): number {
  return sum + requests;
}

function medians(name: string, samples: readonly Sample[]): Measured {
  return {
    name,
    requestsPerSecond: median(samples.map((one) => one.requestsPerSecond)),
    cpuMs: median(samples.map((one) => one.cpuMs)),
    bytes: median(samples.map((one) => one.bytes)),
  };
}

async function probesOf(stage: Stage, effort: Effort): Promise<Probe[]> {
  const reading = await costOfReading(stage);
  return [
    ...targetsOf(stage).map((target) => ({
      name: target.name,
      writes: target.share < 1,
      take: () => sampleOf(stage, target, effort, reading),
    })),
    ...(["feed", "thread"] as const).map((what) => ({
      name: `SQL of the ${what} alone`,
      writes: false,
      take: () => sqlAlone(stage, what, effort),
    })),
  ];
}

async function sampleOf(stage: Stage, target: Target, effort: Effort, reading: number): Promise<Sample> {
  const amount = Math.max(effort.connections, Math.round(effort.requests * target.share));
  const before = await cpuOf(stage, target.port);
  const { requests, seconds, bytes } = await load(target, amount, effort.connections);
  const used = (await cpuOf(stage, target.port)) - before - (target.port === stage.web ? reading : 0);
  return { requestsPerSecond: requests / seconds, cpuMs: Math.max(0, used) / requests, bytes, requests };
}

async function sqlAlone(stage: Stage, what: AskAlone["what"], effort: Effort): Promise<Sample> {
  const token = stage.writers[0]?.token ?? "";
  const ask: AskAlone = { token, post: stage.post, what, times: effort.requests, workers: effort.connections };
  const { seconds, cpuMs, times } = await askFloor<Alone>(stage, "/sql", ask);
  return { requestsPerSecond: times / seconds, cpuMs: cpuMs / times, bytes: 0, requests: times };
}

/** The floor answers with what the feed procedure answers, so that both send the same. */
async function giveFloorItsAnswer(stage: Stage): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${stage.web}${FEED}`, {
    headers: { cookie: cookieOf(stage.writers[0]) },
  });
  const said = (await response.json()) as { result?: { data?: { items?: unknown[] } } };
  if (!said.result?.data?.items?.length) throw new Failure(`The feed gives nothing to measure (${response.status}).`);
  await askFloor(stage, "/answer", said.result.data);
}

/** The CPU that a process has used up to now, in milliseconds. */
async function cpuOf(stage: Stage, port: number): Promise<number> {
  if (port === stage.floor) return (await askFloor<{ cpuMs: number }>(stage, "/cpu", null)).cpuMs;
  const response = await fetch(`http://127.0.0.1:${port}/api/metrics`, {
    headers: { authorization: `Bearer ${stage.metricsToken}` },
  });
  const line = /^process_cpu_seconds_total (\S+)/m.exec(await response.text());
  if (line === null) throw new Failure(`The server does not tell its CPU time (${response.status}).`);
  return Number(line[1]) * 1000;
}

/** What one reading of the metrics costs the server itself: taken off from each sample, which contains one. */
async function costOfReading(stage: Stage): Promise<number> {
  const costs: number[] = [];
  for (let n = 0; n < 9; n += 1) {
    const before = await cpuOf(stage, stage.web);
    costs.push((await cpuOf(stage, stage.web)) - before);
  }
  return median(costs);
}

async function askFloor<T>(stage: Stage, way: "/cpu" | "/answer" | "/sql", body: unknown): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${stage.floor}${way}`, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Failure(`The floor failed: ${await response.text()}`);
  return (await response.json()) as T;
}

/** The middle value; of an even number of them the lower of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
