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
 * Listens for as long as the process runs: a connection that is lost, refused or given up is replaced by a new one. The
 * driver's own way to listen swallows a second failure and is deaf from then on, so it is not used.
 * @param told.lost each time that nothing is heard any more
 * @param told.ready each time that listening has begun again; the first notifications may come a little before it
 */
export function listen(
  url: string,
  channel: string,
  told: { readonly heard: (payload: string) => void; readonly lost: () => void; readonly ready: () => void },
): Listener {
  let current: Sql | null = null;
  let wait = WAIT_MIN_MS;
  let retry: NodeJS.Timeout | undefined;

  const open = () => {
    const client: Sql = connect(url, 1, {
      idle_timeout: 0,
      max_lifetime: null,
      onnotify: (_channel, payload) => {
        if (current === client) told.heard(payload);
      },
      onclose: () => {
        if (current === client) replace();
      },
    });
    current = client;
    client.unsafe(`listen "${channel}"`).then(
      () => {
        if (current !== client) return;
        wait = WAIT_MIN_MS;
        told.ready();
      },
      (error: unknown) => {
        log().warn({ err: error }, "listening to the database failed; it is tried again");
        if (current === client) replace();
      },
    );
  };
  const replace = () => {
    told.lost();
    const gone = current;
    current = null;
    void gone?.end({ timeout: 1 }).catch(() => {});
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
