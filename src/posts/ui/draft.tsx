"use client";
import { useContext, useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { FormContext } from "@/ui/form-state";

type DraftProps = {
  /** Names the draft on this device: what is written, and by whom. */
  name: string;
  /** The inputs that it keeps. */
  fields: readonly string[];
  words: { restored: string; discard: string };
};

type Kept = Readonly<Record<string, string>>;
const PREFIX = "levain-draft:";
const PAUSE_MS = 400;

function read(key: string): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Kept) : {};
  } catch {
    return {};
  }
}

function write(key: string, values: Kept): void {
  try {
    if (Object.values(values).some((value) => value.trim() !== "")) localStorage.setItem(key, JSON.stringify(values));
    else localStorage.removeItem(key);
  } catch {
    // A device that keeps nothing (private windows, a full disk) simply has no drafts.
  }
}

function inputs(form: HTMLFormElement, fields: readonly string[]): (HTMLInputElement | HTMLTextAreaElement)[] {
  return fields.flatMap((name) => {
    const input = form.elements.namedItem(name);
    return input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement ? [input] : [];
  });
}

function fill(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  input.value = value;
  // The counter beside the input listens to this.
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Keeps what is being written in the form around it on this device, until it is sent. Stands inside an `ActionForm`. */
export function Draft({ name, fields, words }: DraftProps) {
  const place = useRef<HTMLDivElement>(null);
  const { busy } = useContext(FormContext);
  const leaving = useRef(false);
  const [restored, setRestored] = useState(false);
  const key = PREFIX + name;
  const list = fields.join(" ");

  useEffect(() => {
    leaving.current = busy;
  }, [busy]);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const kept = read(key);
    const mine = inputs(form, list.split(" "));
    let some = false;
    for (const input of mine) {
      const value = kept[input.name];
      if (value === undefined || value === "" || input.value !== input.defaultValue || input.value !== "") continue;
      fill(input, value);
      some = true;
    }
    setRestored(some);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => write(key, Object.fromEntries(mine.map((input) => [input.name, input.value])));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE_MS);
    };
    const forget = () => {
      clearTimeout(timer);
      write(key, {});
      setRestored(false);
    };
    form.addEventListener("input", later);
    form.addEventListener("reset", forget);
    return () => {
      form.removeEventListener("input", later);
      form.removeEventListener("reset", forget);
      clearTimeout(timer);
      // A form that goes away while it is busy was sent and taken: the page moved on because of it.
      if (leaving.current) write(key, {});
      else keep();
    };
  }, [key, list]);

  const discard = () => {
    place.current?.closest("form")?.reset();
  };

  return (
    <div ref={place} role="status" className={restored ? "button-row" : "hidden-words"}>
      {restored ? (
        <>
          <span className="quiet fine">{words.restored}</span>
          <Button look="plain" size="small" onClick={discard}>
            {words.discard}
          </Button>
        </>
      ) : null}
    </div>
  );
}
