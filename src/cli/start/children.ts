import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { aside } from "@/cli/output";
import { now } from "@/platform/clock";
import { SECOND } from "@/platform/durations";

export type Part = "web" | "worker";

const SCRIPTS: Readonly<Record<Part, string>> = { web: "server.js", worker: "worker.js" };
const STOP_WITHIN_MS = 6 * SECOND;
/** A child that ends sooner than this would only end again. */
const STEADY_AFTER_MS = 10 * SECOND;

type Kept = { process: ChildProcess; startedAt: number };

/** The application's processes: started, started again when one falls, stopped together. */
export class Children {
  private readonly kept = new Map<Part, Kept>();
  private stopping = false;

  /**
   * @param dist the folder of the bundles
   * @param variables the whole environment of the children
   * @param lost is told when a child cannot be kept running
   * @param changed is told the process ids after each start
   */
  constructor(
    private readonly dist: string,
    private readonly variables: Readonly<NodeJS.ProcessEnv>,
    private readonly lost: (reason: string) => void,
    private readonly changed: (pids: number[]) => void,
  ) {}

  start(part: Part): void {
    const child = spawn(process.execPath, this.wordsFor(part), {
      env: { ...this.variables },
      // The channel is the tether: it closes when the supervisor dies, however it dies.
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // A session of its own, so that Ctrl-C reaches the supervisor alone and the order of stopping is ours.
      detached: process.platform !== "win32",
    });
    this.kept.set(part, { process: child, startedAt: now().getTime() });
    child.once("error", (error) => this.lost(`${part} could not be started: ${error.message}`));
    child.once("exit", (code, signal) => this.ended(part, child, signal ?? `status ${code}`));
    this.changed(this.pids());
  }

  /** Starts the part anew, after its bundle changed. */
  async restart(part: Part): Promise<void> {
    const old = this.kept.get(part);
    this.kept.delete(part);
    if (old) await endProcess(old.process);
    if (!this.stopping) this.start(part);
  }

  /** Asks all to stop, and ends after a few seconds those that do not. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.kept.values()].map((kept) => endProcess(kept.process)));
  }

  /** Ends all at once, without asking. */
  kill(): void {
    this.stopping = true;
    for (const { process: child } of this.kept.values()) child.kill("SIGKILL");
  }

  private pids(): number[] {
    return [...this.kept.values()].flatMap(({ process: child }) => child.pid ?? []);
  }

  private wordsFor(part: Part): string[] {
    const tether = path.join(this.dist, "tether.js");
    return ["--enable-source-maps", "--import", tether, path.join(this.dist, SCRIPTS[part])];
  }

  private ended(part: Part, child: ChildProcess, how: string): void {
    const kept = this.kept.get(part);
    if (this.stopping || kept?.process !== child) return;
    if (now().getTime() - kept.startedAt < STEADY_AFTER_MS) {
      this.lost(`${part} ended right after its start (${how}); its messages are above.`);
      return;
    }
    aside(`${part} ended (${how}) and is started again.`);
    this.start(part);
  }
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const timer = new AbortController();
  await Promise.race([gone, pause(STOP_WITHIN_MS, undefined, { signal: timer.signal }).catch(() => {})]);
  timer.abort();
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  await gone;
}
