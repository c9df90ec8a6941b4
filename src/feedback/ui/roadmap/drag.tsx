"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { readAnswer, type Sent } from "@/ui/send-form";
import type { Dropped } from "./dragging";

type RoadmapDragProps = {
  /** Where the form of a card stands that needs words, with `{card}` and `{column}`. */
  asks: string;
  words: { moved: string; placed: string; asked: string; failed: string };
  children: ReactNode;
};

/** Calls a verb as a form would, and gives what became of it. */
async function call(procedure: string, values: Readonly<Record<string, string>>): Promise<Sent> {
  const answer = await fetch(`/form/${procedure}`, {
    method: "POST",
    body: new URLSearchParams(values),
    headers: { accept: "application/json" },
  }).catch(() => null);
  if (!answer) return { kind: "failed", because: "network" };
  return readAnswer(answer.ok, await answer.json().catch(() => null));
}

/** What became of a drop: the sentence that is told, and the page that asks for what is missing. */
type Outcome = { readonly said: keyof RoadmapDragProps["words"]; readonly asks?: true };

async function carryOut({ card, from, column, before, promised }: Dropped): Promise<Outcome> {
  if (from !== column) {
    const move = await call("feedback.move", { idea: card, from, status: column, promisedFor: promised });
    if (move.kind === "refused") return { said: "asked", asks: true };
    if (move.kind === "failed") return { said: "failed" };
  }
  const placed = await call("desk.place", { idea: card, ...(before === null ? {} : { before }) });
  if (placed.kind !== "done") return { said: "failed" };
  return { said: from === column ? "placed" : "moved" };
}

/** Fills names into a sentence. */
function filled(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => names[name] ?? place);
}

/**
 * Lets hosts drag the cards that stand inside it. What is dropped goes the way of the forms: an answer that needs words or
 * a day is asked for in the form of the card. What happened is said to those who listen.
 */
export function RoadmapDrag({ asks, words, children }: RoadmapDragProps) {
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    const root = place.current;
    if (root === null) return;
    const drop = async (dropped: Dropped) => {
      const outcome = await carryOut(dropped);
      setSaid(filled(words[outcome.said], { title: dropped.title, column: dropped.columnName }));
      if (outcome.asks) router.push(filled(asks, { card: dropped.card, column: dropped.column }));
      else router.refresh();
    };
    let stop = () => {};
    let gone = false;
    // The library comes for hosts alone, once the page is read.
    import("./dragging").then(
      ({ letDrag }) => {
        if (!gone) stop = letDrag(root, drop);
      },
      () => {},
    );
    return () => {
      gone = true;
      stop();
    };
  });

  return (
    <div ref={place}>
      <p role="status" className="hidden-words">
        {said}
      </p>
      {children}
    </div>
  );
}
