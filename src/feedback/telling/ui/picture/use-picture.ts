import { type RefObject, useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from "react";
import { type Drawing, drawn, NOTHING_DRAWN, type Step } from "./boxes";
import { asFile, onCanvas, put, takePicture } from "./paint";

/** How long nobody draws before the field gets the new picture; whoever sends the form does not wait for it. */
const PAUSE_MS = 250;

export type Said = "taken" | "failed" | "unreadable" | null;

export type Picture = {
  readonly picture: HTMLCanvasElement | null;
  readonly drawing: Drawing;
  readonly draw: (step: Step) => void;
  readonly said: Said;
  readonly take: () => Promise<void>;
  readonly drop: () => void;
};

function fieldOf(place: RefObject<HTMLElement | null>): HTMLInputElement | null {
  return place.current?.closest("form")?.querySelector("input[type=file][name=files]") ?? null;
}

/**
 * The picture in the file field of the form around a place, and what is drawn on it. From the first stroke on the field
 * holds what was drawn or nothing: never again the file that was chosen.
 */
export function usePicture(place: RefObject<HTMLElement | null>): Picture {
  const [picture, setPicture] = useState<HTMLCanvasElement | null>(null);
  const [isOurs, setOurs] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  const size = picture ?? { width: 1, height: 1 };
  const [drawing, step] = useReducer((now: Drawing, next: Step) => drawn(size, now, next), NOTHING_DRAWN);
  const flush = useRef(() => {});

  const show = useCallback((next: HTMLCanvasElement | null, ours: boolean, word: Said) => {
    step({ do: "clear" });
    setOurs(ours);
    setPicture(next);
    setSaid(word);
  }, []);

  useEffect(() => {
    const field = fieldOf(place);
    const form = field?.form;
    if (!field || !form) return;
    let latest = 0;
    const choose = () => {
      latest += 1;
      const mine = latest;
      const file = field.files?.[0];
      show(null, false, null);
      if (file === undefined) return;
      const shown = (next: HTMLCanvasElement | null) =>
        mine === latest && show(next, false, next === null ? "unreadable" : null);
      onCanvas(file).then(shown, () => shown(null));
    };
    const send = () => flush.current();
    const reset = () => show(null, false, null);
    field.addEventListener("change", choose);
    form.addEventListener("submit", send, true);
    form.addEventListener("reset", reset);
    return () => {
      field.removeEventListener("change", choose);
      form.removeEventListener("submit", send, true);
      form.removeEventListener("reset", reset);
    };
  }, [place, show]);

  useLayoutEffect(() => {
    const field = fieldOf(place);
    if (!field || picture === null || !isOurs) return;
    put(field, null);
    const now = () => {
      clearTimeout(later);
      flush.current = () => {};
      put(field, asFile(picture, drawing.boxes));
    };
    const later = setTimeout(now, PAUSE_MS);
    flush.current = now;
    return () => {
      clearTimeout(later);
      flush.current = () => {};
    };
  }, [place, picture, isOurs, drawing.boxes]);

  const draw = (next: Step) => {
    setOurs(true);
    step(next);
  };
  const take = () =>
    takePicture().then(
      (taken) => show(taken, true, "taken"),
      () => setSaid("failed"),
    );
  const drop = () => {
    const field = fieldOf(place);
    if (field) put(field, null);
    show(null, false, null);
  };
  return { picture, drawing, draw, said, take, drop };
}
