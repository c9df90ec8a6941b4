import { log } from "@/platform/log";
import { connect, type Sql } from "./client";

/** A connection of its own that hears what is notified on a channel. */
export type Listener = {
  /** Gives the connection up for a new one: for whoever knows that it has gone deaf. */
  readonly renew: () => void;
  readonly close: () => Promise<void>;
};

const WAIT_MIN_MS = 250;
const WAIT_MAX_MS = 10_000;

/**
 * Listens for as long as the process runs. The driver opens a lost connection anew by itself; what it gives up, and
 * what is silent without being closed, is replaced here.
 * @param told.ready each time that listening has begun: what was notified before it went unheard
 */
export function listen(
  url: string,
  channel: string,
  told: { readonly heard: (payload: string) => void; readonly ready: () => void },
): Listener {
  let current: Sql | null = null;
  let wait = WAIT_MIN_MS;
  let retry: NodeJS.Timeout | undefined;

  const open = () => {
    const client = connect(url, 1);
    current = client;
    const isCurrent = () => current === client;
    const only = (tell: () => void) => isCurrent() && tell();
    client
      .listen(
        channel,
        (payload) => only(() => told.heard(payload)),
        () => only(told.ready),
      )
      .then(
        () => {
          wait = WAIT_MIN_MS;
        },
        (error: unknown) => {
          if (!isCurrent()) return;
          log().warn({ err: error, wait }, "listening to the database failed; it is tried again");
          replace();
        },
      );
  };
  const replace = () => {
    const gone = current;
    current = null;
    void gone?.end({ timeout: 1 });
    clearTimeout(retry);
    retry = setTimeout(open, wait);
    retry.unref();
    wait = Math.min(wait * 2, WAIT_MAX_MS);
  };
  open();
  return {
    renew: replace,
    close: async () => {
      clearTimeout(retry);
      const gone = current;
      current = null;
      await gone?.end({ timeout: 1 });
    },
  };
}
