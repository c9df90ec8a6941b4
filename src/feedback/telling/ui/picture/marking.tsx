"use client";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { type BoxKind, between, stepOf } from "./boxes";
import { paint } from "./paint";
import { type Picture, usePicture } from "./use-picture";

type MarkingWords = Readonly<
  Record<
    | "take"
    | "takeHint"
    | "open"
    | "taken"
    | "failed"
    | "unreadable"
    | "canvas"
    | "keys"
    | "tools"
    | "mark"
    | "black"
    | "add"
    | "undo"
    | "remove"
    | "drop"
    | "boxes"
    | "promise",
    string
  >
> & {
  /** With `{number}` for which it is. */
  readonly boxOf: Readonly<Record<BoxKind, string>>;
};

type MarkingProps = { from: string; words: MarkingWords };

/** Takes a picture, and marks and blacks out what is on it, before the form around it sends it. Draws nothing without a script. */
export function Marking({ from, words }: MarkingProps) {
  const place = useRef<HTMLDivElement>(null);
  const own = usePicture(place);
  const [canTake, setCanTake] = useState(false);
  useEffect(() => setCanTake(typeof navigator.mediaDevices?.getDisplayMedia === "function"), []);
  return (
    <div ref={place} className="grid gap-3">
      {canTake ? (
        <div className="button-row">
          <Button size="small" icon="device" onClick={own.take}>
            {words.take}
          </Button>
          {from === "" ? null : (
            <a className="fine" href={from} target="_blank" rel="noopener">
              {words.open}
            </a>
          )}
          <span className="quiet fine">{words.takeHint}</span>
        </div>
      ) : null}
      <p role="status" className="quiet fine">
        {own.said === null ? null : words[own.said]}
      </p>
      {own.picture === null ? null : <Sheet own={own} picture={own.picture} words={words} />}
    </div>
  );
}

type SheetProps = { own: Picture; picture: HTMLCanvasElement; words: MarkingWords };

/** The picture with its boxes: drawn with a pointer, or added by a button and moved with keys. */
function Sheet({ own, picture, words }: SheetProps) {
  const { drawing, draw, drop } = own;
  const sheet = useRef<HTMLCanvasElement>(null);
  const [kind, setKind] = useState<BoxKind>("black");
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null);

  useEffect(() => {
    if (sheet.current) paint(sheet.current, picture, drawing.boxes, drawing.chosen);
  }, [picture, drawing]);

  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const shown = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - shown.left) / shown.width) * picture.width,
      y: ((event.clientY - shown.top) / shown.height) * picture.height,
    };
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const corner = at(event);
    setFrom(corner);
    draw({ do: "add", box: between(corner, corner, kind) });
  };
  const third = { x: picture.width / 3, y: picture.height / 3, w: picture.width / 3, h: picture.height / 3 };
  const choose = (next: BoxKind) => {
    setKind(next);
    if (drawing.boxes[drawing.chosen] !== undefined) draw({ do: "kind", kind: next });
  };
  return (
    <>
      <fieldset className="button-row">
        <legend className="hidden-words">{words.tools}</legend>
        {(["black", "mark"] as const).map((one) => (
          <Button key={one} size="small" aria-pressed={one === kind} onClick={() => choose(one)}>
            {words[one]}
          </Button>
        ))}
        <Button size="small" icon="add" onClick={() => draw({ do: "add", box: { ...third, kind } })}>
          {words.add}
        </Button>
        <Button size="small" onClick={() => draw({ do: "undo" })} disabled={drawing.past.length === 0}>
          {words.undo}
        </Button>
        <Button size="small" look="plain" onClick={drop}>
          {words.drop}
        </Button>
      </fieldset>
      <canvas
        ref={sheet}
        role="img"
        aria-label={words.canvas}
        className="max-h-[60vh] max-w-full cursor-crosshair touch-none justify-self-start border border-rye-strong"
        onPointerDown={begin}
        onPointerMove={(event) => {
          if (from !== null) draw({ do: "stretch", box: between(from, at(event), kind) });
        }}
        onPointerUp={() => setFrom(null)}
        onPointerCancel={() => setFrom(null)}
      />
      <p className="quiet fine">
        {words.promise} {words.keys}
      </p>
      <BoxList own={own} picture={picture} words={words} setKind={setKind} />
    </>
  );
}

/** The boxes by name. The one that has the focus is the one that keys move. */
function BoxList({ own, picture, words, setKind }: SheetProps & { setKind: (kind: BoxKind) => void }) {
  const { drawing, draw } = own;
  const list = useRef<HTMLUListElement>(null);
  const count = useRef(0);
  const { length } = drawing.boxes;
  useEffect(() => {
    // A new box has the focus, and after one is removed the next: the keys go on from there.
    if (length !== count.current)
      list.current?.querySelector<HTMLElement>("[aria-pressed=true]")?.focus({ preventScroll: true });
    count.current = length;
  }, [length]);
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event.key, event.shiftKey, Math.max(1, Math.round(picture.width / 100)));
    if (step === null) return;
    event.preventDefault();
    draw(step);
  };
  if (length === 0) return null;
  return (
    <div className="button-row">
      <ul ref={list} className="flex flex-wrap gap-2" aria-label={words.boxes}>
        {drawing.boxes.map((box, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its place alone
          <li key={at}>
            <Button
              size="small"
              aria-pressed={at === drawing.chosen}
              onKeyDown={press}
              onFocus={() => {
                draw({ do: "choose", at });
                setKind(box.kind);
              }}
            >
              {words.boxOf[box.kind].replace("{number}", String(at + 1))}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" look="plain" icon="remove" onClick={() => draw({ do: "remove" })}>
        {words.remove}
      </Button>
    </div>
  );
}
