import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { Failure } from "@/cli/output";
import { inheritedEnv } from "@/platform/env";

/** Builds the pages when their sources changed. An image ships them built, without the script that builds. */
export async function buildPagesWhenStale(root: string, signal: AbortSignal): Promise<void> {
  const script = path.join(root, "scripts", "build.mjs");
  if (!existsSync(script)) return;
  const status = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [script, "--pages"], {
      cwd: root,
      env: inheritedEnv(),
      stdio: ["ignore", "inherit", "inherit"],
    });
    const stop = () => child.kill("SIGTERM");
    signal.addEventListener("abort", stop, { once: true });
    child.once("error", reject);
    child.once("exit", (code) => {
      signal.removeEventListener("abort", stop);
      resolve(code);
    });
  });
  signal.throwIfAborted();
  if (status !== 0) throw new Failure("The pages could not be built: see above.");
}
