import { createServer, connect as dial, type Socket } from "node:net";

/** A way into a database that takes down every statement which goes through it. */
export type CountingDatabase = {
  /** The database's address by this way. */
  readonly url: string;
  /** The statements since the last asking, in their order, and forgets them. */
  taken(): string[];
  close(): Promise<void>;
};

/** A message of the frontend: its type (one letter) and what it says. */
type Message = { type: string; body: Buffer };

/**
 * Stands between a client and PostgreSQL and reads what the client says (frontend/backend protocol 3.0, "Message
 * Flow"): each Execute of the extended protocol and each simple Query is a statement. Passes every byte on as it is.
 * @param url the database to stand before, without encryption
 */
export async function countingDatabase(url: string): Promise<CountingDatabase> {
  const target = new URL(url);
  const statements: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = dial(Number(target.port || 5432), target.hostname);
    const listener = listening((statement) => statements.push(statement));
    client.on("data", listener);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => {
        client.destroy();
        database.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  const through = new URL(url);
  through.host = `127.0.0.1:${address.port}`;
  return {
    url: through.href,
    taken: () => statements.splice(0).filter((text) => !isOfTheDriver(text)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The driver asks each new connection once for the types of arrays; which request opens one is chance. */
function isOfTheDriver(text: string): boolean {
  return text.includes("from pg_catalog.pg_type") && text.includes("typarray");
}

/** Gives a listener to one connection's bytes, which tells of each statement that is executed. */
function listening(tell: (statement: string) => void): (bytes: Buffer) => void {
  const prepared = new Map<string, string>();
  const bound = new Map<string, string>();
  let rest: Buffer = Buffer.alloc(0);
  let greeted = false;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    if (!greeted) {
      // The first message has no type: only its length.
      if (rest.length < 4 || rest.length < rest.readUInt32BE(0)) return;
      rest = rest.subarray(rest.readUInt32BE(0));
      greeted = true;
    }
    for (let message = next(rest); message !== null; message = next(rest)) {
      rest = rest.subarray(message.body.length + 5);
      hear(message, prepared, bound, tell);
    }
  };
}

function next(bytes: Buffer): Message | null {
  if (bytes.length < 5) return null;
  const length = bytes.readUInt32BE(1);
  if (bytes.length < length + 1) return null;
  return { type: String.fromCharCode(bytes[0] ?? 0), body: bytes.subarray(5, length + 1) };
}

function hear(
  { type, body }: Message,
  prepared: Map<string, string>,
  bound: Map<string, string>,
  tell: (statement: string) => void,
): void {
  const [first = "", second = ""] = body.toString("utf8").split("\0", 2);
  if (type === "Q") tell(first);
  else if (type === "P") prepared.set(first, second);
  else if (type === "B") bound.set(first, prepared.get(second) ?? "");
  else if (type === "E") tell(bound.get(first) ?? "");
}
