/** A message of the stream (src/assembly/live/router.ts), as it arrives. */
export type LiveMessage = {
  readonly signals: readonly { readonly topic: string; readonly news: boolean; readonly xact: string }[];
  readonly people: readonly { readonly topic: string; readonly names: readonly string[]; readonly more: number }[];
  readonly reload: boolean;
};

const SECOND = 1000;
/** The server gives a sign of life every 20 seconds; whoever hears none for this long is connected to nothing. */
const SILENT_MS = 55 * SECOND;
/** A page that nobody looks at lets go of its stream, and goes on where it was when somebody does. */
const HIDDEN_MS = 30 * SECOND;
const SETTLED_MS = 700;
const WAIT_MAX_MS = 60 * SECOND;
/** Answers after which asking again makes no sense: not signed in, not open, not there. */
const FINAL = [400, 401, 403, 404, 412];

/** Between half and one and a half of it, so that a thousand pages do not come back at the same moment. */
function jittered(ms: number): number {
  return ms * (0.5 + Math.random());
}

/**
 * Listens to what changes, through broken lines and sleeping devices, and misses nothing: each message has an id, from
 * which whichever server answers next goes on.
 * @param since where the page stands that was drawn
 * @returns stops it
 */
export function listenToChanges(
  topics: readonly string[],
  since: string,
  tell: (message: LiveMessage) => void,
): () => void {
  let cursor = since;
  let source: EventSource | null = null;
  let fails = 0;
  let over = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;

  const letGo = () => {
    source?.close();
    source = null;
    clearTimeout(waiting);
    clearTimeout(silence);
  };
  const again = (ms: number) => {
    letGo();
    if (!over) waiting = setTimeout(open, jittered(ms));
  };
  const retry = () => {
    fails += 1;
    again(Math.min(WAIT_MAX_MS, SECOND * 2 ** (fails - 1)));
  };
  const alive = () => {
    clearTimeout(silence);
    silence = setTimeout(retry, SILENT_MS);
  };
  const refused = (data: string) => {
    const status: unknown = JSON.parse(data).data?.httpStatus;
    if (typeof status === "number" && FINAL.includes(status)) stop();
    else retry();
  };
  function open() {
    letGo();
    if (over || document.visibilityState === "hidden") return;
    const input = encodeURIComponent(JSON.stringify({ topics, lastEventId: cursor }));
    source = new EventSource(`/api/trpc/live.changes?input=${input}`);
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      fails = 0;
      cursor = lastEventId;
      alive();
      tell(JSON.parse(data));
    };
    source.addEventListener("serialized-error", (event) => refused((event as MessageEvent<string>).data));
    // The server says goodbye before it stops; another one is there.
    source.addEventListener("return", () => again(SECOND));
    source.onerror = retry;
    alive();
  }
  const look = () => {
    clearTimeout(hiding);
    if (document.visibilityState === "hidden") hiding = setTimeout(letGo, HIDDEN_MS);
    else if (source === null) open();
  };
  function stop() {
    over = true;
    letGo();
    clearTimeout(hiding);
    document.removeEventListener("visibilitychange", look);
    removeEventListener("online", open);
    removeEventListener("pagehide", letGo);
    removeEventListener("pageshow", look);
  }
  document.addEventListener("visibilitychange", look);
  addEventListener("online", open);
  addEventListener("pagehide", letGo);
  addEventListener("pageshow", look);
  // Whoever only walks past opens nothing.
  waiting = setTimeout(open, SETTLED_MS);
  return stop;
}
