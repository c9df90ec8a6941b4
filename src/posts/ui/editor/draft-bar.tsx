"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { dropDraft, type KeptDraft } from "./ask";
import { DraftKeeper, type Found, fillIn, isBlank, type Written, writtenIn } from "./keep-draft";
import type { EditorLabels } from "./labels";
import type { EditorWords } from "./said";

type DraftBarProps = {
  form: HTMLFormElement;
  at: { place: string; path: string };
  /** What the server had when the page was made; undefined when it was not asked. */
  known: KeptDraft | null | undefined;
  busy: boolean;
  labels: EditorLabels;
  words: EditorWords;
};

type Offer = {
  readonly kind: "restored" | "offered" | "overtaken";
  readonly draft: Written;
  readonly at: string | number;
};

/** Keeps what is written, says that it is kept, and offers what was written before. */
export function DraftBar({ form, at, known, busy, labels, words }: DraftBarProps) {
  const keeper = useRef<DraftKeeper | null>(null);
  const wasBusy = useRef(false);
  const [status, setStatus] = useState("");
  const [offer, setOffer] = useState<Offer | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one keeper for the life of the form
  useEffect(() => {
    const kept = new DraftKeeper(form, at, (saved) => {
      setStatus(saved === null ? labels.unsaved : saved.version === 0 ? "" : words.at(labels.saved, saved.savedAt));
      if (saved?.overtaken) setOffer({ kind: "overtaken", draft: saved.overtaken, at: saved.overtaken.savedAt });
    });
    keeper.current = kept;
    const changed = (event: Event) => {
      if (event.isTrusted || event.target instanceof HTMLTextAreaElement) kept.changed();
    };
    const forget = () => {
      kept.forget();
      setOffer(null);
      setStatus("");
    };
    const leave = () => kept.leave();
    kept.find(known).then((found) => setOffer(found === null ? null : takenUp(form, found)));
    form.addEventListener("input", changed);
    form.addEventListener("reset", forget);
    window.addEventListener("pagehide", leave);
    return () => {
      form.removeEventListener("input", changed);
      form.removeEventListener("reset", forget);
      window.removeEventListener("pagehide", leave);
      // A form that goes away while it is busy was sent and taken: the page moved on because of it.
      if (wasBusy.current) kept.forget();
      else kept.leave();
    };
  }, []);

  useEffect(() => {
    wasBusy.current = busy;
    if (busy) keeper.current?.pause();
  }, [busy]);

  const take = (draft: Written) => {
    fillIn(form, draft);
    setOffer(null);
  };
  const discard = async () => {
    keeper.current?.forget();
    await dropDraft(at.place).catch(() => {});
    // What the page was made with is only taken back by making it again.
    if (known) window.location.reload();
    else form.reset();
  };

  return (
    <>
      <span role="status" className="quiet fine">
        {status}
      </span>
      {offer === null ? null : (
        <div role="status" className="button-row">
          <span className="quiet fine">
            {words.at(labels[offer.kind === "overtaken" ? "overtaken" : "restored"], offer.at)}
          </span>
          {offer.kind === "restored" ? null : (
            <Button look="plain" size="small" onClick={() => take(offer.draft)}>
              {offer.kind === "overtaken" ? labels.putIn : labels.takeUp}
            </Button>
          )}
          <Button look="plain" size="small" onClick={offer.kind === "overtaken" ? () => setOffer(null) : discard}>
            {offer.kind === "overtaken" ? labels.leave : labels.discard}
          </Button>
        </div>
      )}
    </>
  );
}

/** Takes up what was found where nothing stands yet; where something does, it is offered. */
function takenUp(form: HTMLFormElement, found: Found): Offer | null {
  const now = writtenIn(form);
  const isSame = now.title === found.draft.title && now.body === found.draft.body;
  if (isBlank(now) && !isBlank(found.draft)) fillIn(form, found.draft);
  if (found.overtaken !== null && found.overtaken.body !== now.body)
    return { kind: "overtaken", draft: found.overtaken, at: found.overtaken.savedAt };
  if (isBlank(found.draft)) return null;
  return { kind: isBlank(now) || isSame ? "restored" : "offered", draft: found.draft, at: found.at };
}
