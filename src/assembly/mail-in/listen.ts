import { listenForMail } from "@/mail/inbound/listener";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { postmaster } from "./receive";

/** Where mail servers hand mail over when nothing else is said. */
const PORT = 2525;

/**
 * Takes mail in where `MAIL_DOMAIN` is set. A port that is held by somebody else stops nothing but the mail: the
 * server in front keeps it and tries again.
 * @returns how to stop
 */
export async function startMailIn(): Promise<() => Promise<void>> {
  const { MAIL_DOMAIN: domain, MAIL_IN_HOST: host, MAIL_IN_PORT: port = PORT, MAIL_IN_PROTOCOL: protocol } = env();
  if (domain === undefined) return async () => {};
  try {
    const listener = await listenForMail(postmaster, { host, port, protocol, domain });
    log().info({ host, port: listener.port, protocol, domain }, "taking mail in");
    return listener.close;
  } catch (error) {
    log().error({ err: error, host, port }, "no mail is taken in: MAIL_IN_PORT cannot be used");
    return async () => {};
  }
}
