"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState, useTransition } from "react";
import { paths, withQuery } from "@/paths";
import { Button } from "@/ui/button";
import { type Filter, format, parse, withFilter } from "../grammar";
import { RecentSearches, remember } from "./recent-searches";
import { type FilterWords, SearchFilters } from "./search-filters";

/** After the last key this long; a search in hand is waited for, so that a reader asks for one at a time. */
const PAUSE_MS = 180;

export type SearchBoxProps = {
  /** The search that the page shows. */
  q: string;
  /** Whose device memory this is. */
  owner: string;
  spaces: readonly { slug: string; name: string }[];
  words: FilterWords & {
    label: string;
    apply: string;
    recent: string;
    recentText: string;
    forget: string;
  };
  /** The results, drawn by the server. */
  children: ReactNode;
};

/**
 * The box with its filters. Without JavaScript it is a form; with it the page follows what is typed, the latest wins,
 * and nothing is asked while an answer is still under way.
 */
export function SearchBox({ q, owner, spaces, words, children }: SearchBoxProps) {
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(q);
  const [isBusy, startSearch] = useTransition();
  const asked = parse(text);

  const show = useCallback(
    (wanted: string) => startSearch(() => router.replace(withQuery(paths.search(), { q: wanted }), { scroll: false })),
    [router],
  );
  useEffect(() => {
    if (isBusy || text.trim() === q.trim()) return;
    const timer = setTimeout(show, PAUSE_MS, text.trim());
    return () => clearTimeout(timer);
  }, [text, q, isBusy, show]);
  useEffect(() => {
    if (box.current?.value === "") box.current.focus();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    remember(owner, text);
    if (!isBusy) show(text.trim());
  };
  const change = (name: Filter, value: string) => setText(format(withFilter(asked, name, value)));
  return (
    <>
      <search>
        <form action={paths.search()} method="get" onSubmit={submit} className="mb-5 max-w-read">
          <input type="hidden" name="form" value="1" />
          <input type="hidden" name="was" value={format({ ...parse(q), words: [] })} />
          <div className="flex gap-2">
            <input
              ref={box}
              type="search"
              name="q"
              value={text}
              onChange={(event) => setText(event.target.value)}
              aria-label={words.label}
              placeholder={words.label}
              maxLength={200}
              className="input"
              data-key="search"
              autoComplete="off"
            />
            <Button type="submit" icon="search" aria-label={words.apply} />
          </div>
          <SearchFilters asked={asked} spaces={spaces} words={words} change={change} />
        </form>
      </search>
      {text.trim() === "" ? <RecentSearches owner={owner} words={words} choose={setText} /> : null}
      <div
        aria-busy={isBusy}
        onClickCapture={(event) => {
          if (event.target instanceof Element && event.target.closest("a")) remember(owner, text);
        }}
      >
        {children}
      </div>
    </>
  );
}
