import type { Message } from "@/platform/live/subscriber";

export type StreamMessage = Omit<Message, "cursor"> & { readonly id: string };

/** A stream that was refused: it was opened all the same, because a browser reads no status of one. */
export class StreamRefused extends Error {
  constructor(readonly status: number) {
    super(`refused with ${status}`);
  }
}

/** What a stream says: a message, or how it ended. */
type Said = { event: string; id: string; data: string };

/** An open stream of changes, read as a browser reads it (server-sent events). */
export type OpenStream = {
  /** The next message that tells of something. */
  heard(): Promise<StreamMessage>;
  /** The next message, whatever it tells. */
  next(): Promise<StreamMessage>;
  /** Reads to the end, and gives what came meanwhile. */
  rest(): Promise<StreamMessage[]>;
  close(): Promise<void>;
};

/**
 * Listens to topics.
 * @param send asks for a path, as whoever listens
 */
export async function openStream(
  send: (path: string, headers: Record<string, string>, stop: AbortSignal) => Promise<Response>,
  topics: readonly string[],
  lastEventId?: string,
): Promise<OpenStream> {
  const stopping = new AbortController();
  const input = encodeURIComponent(JSON.stringify({ topics }));
  const headers: Record<string, string> = lastEventId === undefined ? {} : { "last-event-id": lastEventId };
  const answer = await send(`/api/trpc/live.changes?input=${input}`, headers, stopping.signal);
  const said = answer.body === null ? null : events(answer.body);
  const next = async (): Promise<StreamMessage | null> => {
    for (;;) {
      const one = await said?.next();
      if (one === undefined || one.done || one.value.event === "return") return null;
      if (one.value.event === "serialized-error") throw new StreamRefused(JSON.parse(one.value.data).data.httpStatus);
      if (one.value.event === "message") return { ...JSON.parse(one.value.data), id: one.value.id };
    }
  };
  const some = async () => {
    const message = await next();
    if (message === null) throw new Error("the stream is over");
    return message;
  };
  return {
    next: some,
    heard: async () => {
      let message = await some();
      while (message.signals.length === 0 && !message.reload) message = await some();
      return message;
    },
    rest: async () => {
      const all: StreamMessage[] = [];
      for (let one = await next(); one !== null; one = await next()) all.push(one);
      return all;
    },
    close: async () => {
      stopping.abort();
      await said?.return(undefined).catch(() => {});
    },
  };
}

async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<Said, void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of body) {
    rest += decoder.decode(part, { stream: true });
    const blocks = rest.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map(block.split("\n").map((line) => line.split(/: (.*)/s, 2) as [string, string]));
      if (!fields.has("data")) continue;
      yield { event: fields.get("event") ?? "message", id: fields.get("id") ?? "", data: fields.get("data") ?? "" };
    }
  }
}
