import { log } from "@/platform/log";

const STOP_WITHIN_MS = 8000;

/**
 * Runs `stop` once when the process is asked to end: by a signal, or because the supervisor that started it is gone.
 * Then exits with 0; with 1 when stopping failed or took longer than eight seconds.
 */
export function whenAskedToStop(stop: () => Promise<void>): void {
  let asked = false;
  const begin = (why: string) => {
    if (asked) return;
    asked = true;
    log().info({ why }, "stopping");
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log().error({ err: error }, "stopping failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => begin("SIGTERM"));
  process.on("SIGINT", () => begin("SIGINT"));
  if (process.channel) {
    process.channel.unref();
    process.once("disconnect", () => begin("the supervisor is gone"));
  }
}
