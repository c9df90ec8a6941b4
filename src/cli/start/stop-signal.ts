import { aside } from "@/cli/output";
import { now } from "@/platform/clock";
import { SECOND } from "@/platform/durations";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** A terminal sends Ctrl-C to every process of the group, and npm passes its own on: these are one wish. */
const SAME_WISH_MS = 2 * SECOND;

export type Stop = {
  /** Aborted as soon as stopping was asked for. */
  readonly signal: AbortSignal;
  /** Resolves at that moment. */
  readonly asked: Promise<void>;
  /** Asks from within: something is lost without which there is no going on. The first reason stays. */
  because(reason: string): void;
  /** Why it was asked from within, if it was. */
  readonly reason: string | undefined;
  /** Gives the signals back. */
  done(): void;
};

/**
 * Hears the wish to stop: Ctrl-C, a signal, or the end of the process that started this one. Who asks again after
 * two seconds is obeyed at once, without tidying up.
 */
export function onStopSignal(): Stop {
  const controller = new AbortController();
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const heard: { at?: number; reason?: string } = {};
  const ask = () => {
    if (heard.at !== undefined && now().getTime() - heard.at > SAME_WISH_MS) {
      aside("Stopped at once, as asked twice. The next start tidies up.");
      process.exit(1);
    }
    heard.at ??= now().getTime();
    controller.abort();
    resolve();
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  process.once("disconnect", ask);
  // The listener holds the channel open, and with it the process: only its end matters here.
  process.channel?.unref();
  return {
    signal: controller.signal,
    asked,
    because: (reason) => {
      heard.reason ??= reason;
      ask();
    },
    get reason() {
      return heard.reason;
    },
    done: () => {
      for (const signal of SIGNALS) process.off(signal, ask);
      process.off("disconnect", ask);
    },
  };
}
