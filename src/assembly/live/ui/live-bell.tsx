"use client";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";

/** Told to the page when something of the reader's own changed. */
export const MINE = "levain:mine";

const BELLS = 'a.bell, a.nav-link[href="/notices"]';

async function unread(): Promise<number | null> {
  const answer = await fetch("/api/trpc/notices.bell").catch(() => null);
  if (!answer?.ok) return null;
  const { result } = (await answer.json()) as { result: { data: { unread: number } } };
  return result.data.unread;
}

/** The count on the bell, while the page stays open; the server's own stands there until it changes. */
export function LiveBell({ since, words }: { since: string; words: (count: number) => string }) {
  const [count, setCount] = useState<{ readonly of: string; readonly unread: number } | null>(null);
  useEffect(() => {
    const ask = () =>
      void unread().then((number) => (number === null ? undefined : setCount({ of: since, unread: number })));
    addEventListener(MINE, ask);
    return () => removeEventListener(MINE, ask);
  }, [since]);
  // What the server drew later is truer.
  if (count === null || count.of !== since) return null;
  return Array.from(document.querySelectorAll(BELLS), (bell, index) =>
    createPortal(
      <span className="live-count" data-none={count.unread === 0 ? "" : undefined}>
        <span className={bell.matches(".bell") ? "bell-count" : "count"} aria-hidden="true">
          {count.unread > 99 ? "99+" : count.unread}
        </span>
        <span className="hidden-words">{words(count.unread)}</span>
      </span>,
      bell,
      String(index),
    ),
  );
}
