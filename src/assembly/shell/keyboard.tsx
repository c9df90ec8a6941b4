"use client";
import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from "react";
import { DialogHead } from "@/ui/dialog";
import type { PaletteWords } from "./palette";

// It comes when it is first asked for, so that no reading page carries it.
const Palette = lazy(() => import("./palette"));

type KeyboardProps = {
  /** Where `g` and a letter lead. */
  journeys: Readonly<Record<string, string>>;
  searchPath: string;
  /** Whether letters without a modifier do things: some people press them by accident, or speak (WCAG 2.1.4). */
  on: boolean;
  title: string;
  closeWords: string;
  palette: PaletteWords;
  /** The list of keys, drawn by the server. */
  children: ReactNode;
};

const SECOND_KEY_WITHIN_MS = 1500;
/** What `j` and `k` walk over: the titles of a list, and the voices of a conversation. */
const STEPS = "main .list-title > a, main .entry";

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Whether the palette is asked for: with Ctrl or ⌘ it is no letter, so it works while somebody writes, and always. */
function isPalette(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
}

/** A key that belongs to somebody else: the browser, an input, a dialog. */
function isOthers(event: KeyboardEvent): boolean {
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  return isChord || event.defaultPrevented || isWriting(event.target) || find("dialog[open]") !== null;
}

function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}

function step(by: 1 | -1): void {
  const steps = [...document.querySelectorAll<HTMLElement>(STEPS)];
  const at = steps.findIndex((one) => one.contains(document.activeElement));
  const next = at === -1 ? steps.at(by === 1 ? 0 : -1) : steps[at + by];
  if (!next) return;
  if (!next.matches("a")) next.tabIndex = -1;
  next.focus();
}

/** Does something with the voice that has the focus; with the page's own thing when none has. */
function act(verb: string): void {
  const of = document.activeElement?.closest("main .entry article, main article, main .list-row");
  const target =
    (of ?? document).querySelector<HTMLElement>(`[data-key='${verb}']`) ?? find(`main [data-key='${verb}']`);
  if (target?.matches("textarea, input")) target.focus();
  else target?.click();
}

/** The keys of the house: `/` `c` `j` `k` `g` and a letter, and `?`, which tells them. They rest while somebody writes. */
export function Keyboard({ journeys, searchPath, on, title, closeWords, palette, children }: KeyboardProps) {
  const id = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const going = useRef(Number.NEGATIVE_INFINITY);
  const [asked, setAsked] = useState(false);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Where somebody writes, the keys of the editor come first: there it makes a link.
      if (!isPalette(event) || event.defaultPrevented || find("dialog[open]") !== null) return;
      event.preventDefault();
      setAsked(true);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  useEffect(() => {
    if (!on) return;
    const search = () => {
      const box = find("main [data-key='search']") ?? find("[data-key='search-all']");
      if (box) box.focus();
      else router.push(searchPath);
    };
    const verbs: Readonly<Record<string, () => void>> = {
      "/": search,
      c: () => find("main [data-key='compose']")?.click(),
      r: () => act("answer"),
      q: () => act("quote"),
      l: () => act("react"),
      m: () => act("menu"),
      j: () => step(1),
      k: () => step(-1),
      // The letter after it says where.
      g: () => {},
      "?": () => dialog.current?.showModal(),
    };
    const press = (event: KeyboardEvent) => {
      if (isOthers(event)) return;
      const to = event.timeStamp - going.current < SECOND_KEY_WITHIN_MS ? journeys[event.key] : undefined;
      going.current = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const verb = to === undefined ? verbs[event.key] : () => router.push(to);
      if (!verb) return;
      event.preventDefault();
      verb();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [journeys, on, router, searchPath]);

  return (
    <>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
        <DialogHead id={id} title={title} closeWords={closeWords} />
        {children}
      </dialog>
      {asked ? (
        <Suspense>
          <Palette words={palette} close={() => setAsked(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
