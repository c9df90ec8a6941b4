"use client";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "@/ui/button";
import { keepTimesTrue } from "./ages";
import { type LiveMessage, listenToChanges } from "./changes";
import { LiveBell, MINE } from "./live-bell";
import type { Counted, LiveWords } from "./live-words";
import { type LiveSignal, Memory } from "./memory";
import { entriesBelow, entryIds, isWriting, showEntry, showTop } from "./where";
import { type People, whoIsHere } from "./who-is-here";

/** What the page is made of: `list` grows at its top and waits to be asked; `thread` grows at its end. */
export type LiveKind = "list" | "thread";

export type LivePageProps = {
  readonly topics: readonly string[];
  /** Where the page stands: what was announced after it is not on the page. */
  readonly since: string;
  readonly kind: LiveKind | null;
  /** Where what is new stands, when it is not on this page. */
  readonly href: string | null;
  readonly timeZone: string;
  readonly words: LiveWords;
};

/** Changes that come together are read together; not every page reads at the same moment. */
const READ_AFTER_MS = 150;
const READ_SPREAD_MS = 500;
/** What one did oneself is told too, and is drawn sooner than this. */
const SAID_AFTER_MS = 600;

type Waiting = { readonly count: number; readonly first: string | null };
const NOTHING: Waiting = { count: 0, first: null };

function counted(locale: string, words: Counted, count: number): string {
  const form = new Intl.PluralRules(locale).select(count) === "one" ? words.one : words.other;
  return form.replace("#", String(count));
}

/** Reads the page anew, soon, and once for all that came meanwhile. */
function useReading() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () => ({
      go: (href: string) => router.push(href),
      now: () => router.refresh(),
      soon: () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => router.refresh(), READ_AFTER_MS + Math.random() * READ_SPREAD_MS);
      },
    }),
    [router],
  );
}

/** What waits to be shown. It is taken in by pressing; nothing that is being read moves by itself. */
function useNews({ topics, since, kind }: Pick<LivePageProps, "topics" | "since" | "kind">) {
  const reading = useReading();
  const [waiting, setWaiting] = useState<Waiting>(NOTHING);
  const [people, setPeople] = useState<People | null>(null);
  const memory = useRef(new Memory());
  const known = useRef<ReadonlySet<string>>(new Set());
  const drawn = useRef(since);
  const key = topics.join(" ");

  // The page was drawn again: what it shows now is news no longer.
  useEffect(() => {
    memory.current.drawnAt(since);
    const fresh = kind === "thread" && drawn.current !== since ? entriesBelow(known.current) : [];
    drawn.current = since;
    known.current = entryIds();
    setWaiting({ count: Math.max(fresh.length, memory.current.size), first: fresh[0] ?? null });
  }, [since, kind]);

  useEffect(() => {
    let saying: ReturnType<typeof setTimeout> | undefined;
    const say = () => setWaiting((was) => ({ ...was, count: Math.max(was.count, memory.current.size) }));
    const take = (signal: LiveSignal) => {
      if (signal.topic.startsWith("person:")) dispatchEvent(new CustomEvent(MINE));
      else if (kind === "thread" && !(signal.news && isWriting())) reading.soon();
      else if (signal.news) memory.current.wait(signal);
    };
    const tell = ({ signals, people: others, reload }: LiveMessage) => {
      if (others[0] !== undefined) setPeople(others[0]);
      if (reload && !isWriting()) reading.soon();
      memory.current.freshOf(signals, drawn.current).forEach(take);
      clearTimeout(saying);
      saying = setTimeout(say, SAID_AFTER_MS);
    };
    const stop = listenToChanges(key.split(" "), drawn.current, tell);
    return () => {
      stop();
      clearTimeout(saying);
    };
  }, [key, kind, reading]);

  const clear = () => {
    memory.current.clear();
    setWaiting(NOTHING);
  };
  return { waiting, people, reading, clear };
}

/** The line that says how much is new, and who else is here. */
export default function LiveOpened(props: LivePageProps) {
  const { kind, href, words, timeZone } = props;
  const { waiting, people, reading, clear } = useNews(props);
  useEffect(() => {
    // Without it there is no offline page, and all else is the same.
    void navigator.serviceWorker?.register("/sw.js").catch(() => {});
  }, []);
  useEffect(() => keepTimesTrue(words.locale, timeZone), [words.locale, timeZone]);

  const show = () => {
    const { first } = waiting;
    clear();
    if (first !== null && showEntry(first)) return;
    if (href === null) reading.now();
    else reading.go(href);
    if (kind === "list") showTop();
  };
  const sentence = () => {
    if (kind === null || waiting.count === 0) return null;
    return counted(words.locale, kind === "list" ? words.posts : words.answers, waiting.count);
  };
  const said = sentence();
  const place = document.getElementById("here");
  return (
    <>
      <div className="live-line" data-kind={kind ?? undefined} data-shown={said === null ? undefined : ""}>
        <span role="status">{said}</span>
        {said === null ? null : (
          <Button look="primary" size="small" onClick={show}>
            {words.show}
          </Button>
        )}
      </div>
      <LiveBell since={props.since} words={(count) => counted(words.locale, words.bell, count)} />
      {place === null || people === null ? null : createPortal(whoIsHere(people, words.here), place)}
    </>
  );
}
