import { aside } from "@/cli/output";
import { SECOND } from "@/platform/durations";
import { type Embedded, type EmbeddedOptions, startEmbedded } from "@/platform/postgres/embedded";
import { isPostgres } from "@/platform/postgres/postmaster";

const LOOK_EVERY_MS = SECOND;

/**
 * Watches the embedded server and starts it again, on the same port, when it was killed: PostgreSQL recovers by
 * itself, and the application connects anew.
 */
export function keepDatabase(first: Embedded, options: EmbeddedOptions): { stop(): Promise<void> } {
  let server = first;
  let recovering: Promise<void> | undefined;
  const look = () => {
    if (recovering || isPostgres(server.pid)) return;
    aside("The database has ended and is started again.");
    recovering = startEmbedded({ ...options, port: first.port })
      .then((again) => {
        server = again;
      })
      .catch((error: Error) => aside(`The database cannot be started again: ${error.message}`))
      .finally(() => {
        recovering = undefined;
      });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await recovering;
      await server.stop();
    },
  };
}
