import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerDataResult,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from "smtp-server";
import { log } from "@/platform/log";
import { INCOMING_BYTES_MAX } from "./shape";

/** What the other mail server is answered: taken, or one line with a code of RFC 5321. */
export type Verdict =
  | { readonly taken: true }
  | { readonly taken: false; readonly code: number; readonly said: string };

/** Who decides about mail that comes in. */
export type Postmaster = {
  /** Whether anything is behind an address; asked before the mail itself is sent. */
  readonly knows: (address: string) => Promise<boolean>;
  /** Acts on a mail, for one of the addresses that it came to. */
  readonly receive: (raw: Buffer, address: string) => Promise<Verdict>;
};

const RECIPIENTS_MAX = 20;
const CLIENTS_MAX = 20;
const SILENCE_MS = 60_000;
const CLOSE_WITHIN_MS = 3000;

export const NOT_NOW: Extract<Verdict, { taken: false }> = {
  taken: false,
  code: 451,
  said: "4.3.0 Please try again later",
};
const TOO_LARGE: Verdict = { taken: false, code: 552, said: "5.3.4 This mail is too large" };

class Answer extends Error {
  constructor(
    readonly responseCode: number,
    said: string,
  ) {
    super(said);
  }
}

type Done = (error?: Error | null, results?: string | SMTPServerDataResult[]) => void;

/**
 * Takes mail in over SMTP or LMTP from the mail server in front, which has looked at who sends it. A mail counts as
 * taken only after it was acted on, so that the other server keeps it for as long as we cannot.
 * @returns how to stop, after what is under way
 */
export async function listenForMail(
  postmaster: Postmaster,
  at: { host: string; port: number; protocol: "smtp" | "lmtp"; domain: string },
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = new SMTPServer({
    name: at.domain,
    banner: "Levain",
    lmtp: at.protocol === "lmtp",
    size: INCOMING_BYTES_MAX,
    // It speaks to one server beside it, over loopback or a network of its own.
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    maxClients: CLIENTS_MAX,
    socketTimeout: SILENCE_MS,
    closeTimeout: CLOSE_WITHIN_MS,
    logger: false,
    onRcptTo: (address, session, done) => {
      welcome(postmaster, address, session).then(done, failing(done));
    },
    onData: (stream, session, done) => {
      takeIn(postmaster, stream, session).then((results) => answer(done, results, at.protocol), failing(done));
    },
  });
  server.on("error", (error) => log().warn({ err: error }, "incoming mail"));
  const port = await listening(server, at);
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}

function failing(done: Done): (error: unknown) => void {
  return (error) => {
    log().error({ err: error }, "incoming mail");
    done(new Answer(451, "4.3.0 Please try again later"));
  };
}

async function welcome(
  postmaster: Postmaster,
  { address }: SMTPServerAddress,
  session: SMTPServerSession,
): Promise<Answer | null> {
  if (session.envelope.rcptTo.length >= RECIPIENTS_MAX) return new Answer(452, "4.5.3 Too many recipients");
  return (await postmaster.knows(address)) ? null : new Answer(550, "5.1.1 Nobody has this address here");
}

async function takeIn(
  postmaster: Postmaster,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Verdict[]> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const piece: Buffer = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes <= INCOMING_BYTES_MAX) chunks.push(piece);
  }
  const addresses = session.envelope.rcptTo.map(({ address }) => address);
  if (stream.sizeExceeded || bytes > INCOMING_BYTES_MAX) return addresses.map(() => TOO_LARGE);
  const raw = Buffer.concat(chunks);
  const results: Verdict[] = [];
  for (const address of addresses) results.push(await postmaster.receive(raw, address));
  return results;
}

/** LMTP is answered for each address; SMTP once: taken where any was, since those must not come again. */
function answer(done: Done, results: readonly Verdict[], protocol: "smtp" | "lmtp"): void {
  if (protocol === "lmtp") done(null, results.map(asAnswer));
  else {
    const best = results.find((one) => one.taken) ?? results[0] ?? NOT_NOW;
    done(best.taken ? null : asError(best), best.taken ? TAKEN : undefined);
  }
}

const TAKEN = "2.0.0 Taken";

function asAnswer(one: Verdict): string | Answer {
  return one.taken ? TAKEN : asError(one);
}

function asError({ code, said }: Extract<Verdict, { taken: false }>): Answer {
  return new Answer(code, said);
}

function listening(server: SMTPServer, { host, port }: { host: string; port: number }): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.server.once("error", reject);
  server.listen(port, host, () => {
    server.server.off("error", reject);
    const address = server.server.address();
    resolve(typeof address === "object" && address !== null ? address.port : port);
  });
  return promise;
}
