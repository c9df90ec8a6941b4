"use client";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { bySearch, type Found, ofThisPage, type PaletteGroup, searchFor } from "./palette-sources";

export type PaletteWords = {
  readonly title: string;
  readonly hint: string;
  readonly nothing: string;
  /** With `{words}` for what is typed. */
  readonly search: string;
  readonly groups: Readonly<Record<PaletteGroup, string>>;
};

const ASK_AFTER_MS = 150;
const GROUPS: readonly PaletteGroup[] = ["here", "places", "spaces", "people", "talks", "search"];

/** Lower case and without accents, so that "reunion" finds "Réunion". */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Places, verbs of this page, spaces, conversations and people, found by typing: a combobox over a list (ARIA 1.2). */
export default function Palette({ words, close }: { words: PaletteWords; close: () => void }) {
  const id = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [here, setHere] = useState<readonly Found[]>([]);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [at, setAt] = useState(0);

  useEffect(() => {
    setHere(ofThisPage());
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    const stop = new AbortController();
    const asking = setTimeout(() => void bySearch(typed, stop.signal).then(setFound, () => {}), ASK_AFTER_MS);
    return () => {
      clearTimeout(asking);
      stop.abort();
    };
  }, [typed]);

  const wanted = plain(typed.trim());
  const named = here.filter(({ label }) => plain(label).includes(wanted));
  const all = [...named, ...found, ...searchFor(typed, words.search.replace("{words}", typed.trim()))];
  const groups = GROUPS.map((group) => ({ group, options: all.filter((one) => one.group === group) })).filter(
    ({ options }) => options.length > 0,
  );
  const options = groups.flatMap((one) => one.options);
  const current = options[Math.min(at, options.length - 1)];
  useEffect(() => {
    if (current !== undefined) document.getElementById(`${id}-${current.key}`)?.scrollIntoView({ block: "nearest" });
  }, [current, id]);

  const choose = (one: Found | undefined) => {
    if (one === undefined) return;
    dialog.current?.close();
    if (typeof one.to === "string") router.push(one.to);
    else one.to.click();
  };
  const press = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const step = steps[event.key];
    if (event.key === "Enter") choose(current);
    else if (step !== undefined && options.length > 0) setAt((step + options.length) % options.length);
    else return;
    event.preventDefault();
  };

  return (
    <dialog ref={dialog} className="dialog palette" aria-label={words.title} onClose={close}>
      <input
        autoFocus
        className="input"
        role="combobox"
        aria-label={words.title}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.key}`}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={words.hint}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div role="listbox" id={`${id}-list`} aria-label={words.title} className="palette-list">
        {groups.map(({ group, options: ofGroup }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is not a fieldset
          <div key={group} role="group" aria-labelledby={`${id}-of-${group}`}>
            <p id={`${id}-of-${group}`} className="nav-title">
              {words.groups[group]}
            </p>
            {ofGroup.map((one) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys
              <div
                key={one.key}
                id={`${id}-${one.key}`}
                role="option"
                tabIndex={-1}
                aria-selected={one === current}
                className="palette-option"
                onClick={() => choose(one)}
              >
                {one.label}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p role="status" className="quiet fine">
        {options.length === 0 ? words.nothing : null}
      </p>
    </dialog>
  );
}
