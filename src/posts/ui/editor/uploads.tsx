"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import type { EditorLabels } from "./labels";
import { filesOf, Placeholder, sendFile, UploadRefused } from "./upload";

type Upload = { readonly id: number; readonly name: string; readonly percent: number; readonly cancel: () => void };
type Failure = { readonly id: number; readonly message: string };

let count = 0;

/** Files that are pasted, dropped or chosen: each holds its place in the text while it is on its way. */
export function Uploads({ field, labels }: { field: HTMLTextAreaElement; labels: EditorLabels }) {
  const input = useRef<HTMLInputElement>(null);
  const [going, setGoing] = useState<readonly Upload[]>([]);
  const [failed, setFailed] = useState<readonly Failure[]>([]);

  const send = useCallback(
    (file: File) => {
      count += 1;
      const id = count;
      const place = new Placeholder(field, `[${file.name.replace(/[[\]\\\n]/g, " ")} … ${id}]()`);
      const { done, cancel } = sendFile(file, (percent) =>
        setGoing((all) => all.map((one) => (one.id === id ? { ...one, percent } : one))),
      );
      setGoing((all) => [...all, { id, name: file.name, percent: 0, cancel }]);
      setFailed([]);
      done
        .then(
          (markdown) => place.become(markdown),
          (error: Error) => {
            place.become("");
            if (error.message === "abort") return;
            const why = error instanceof UploadRefused ? ` ${error.message}` : "";
            const message = `${labels.uploadFailed.replace("{name}", file.name)}${why}`;
            setFailed((all) => [...all, { id, message }]);
          },
        )
        .finally(() => setGoing((all) => all.filter((one) => one.id !== id)));
    },
    [field, labels],
  );

  useEffect(() => {
    const paste = (event: ClipboardEvent) => take(event, event.clipboardData);
    const drop = (event: DragEvent) => take(event, event.dataTransfer);
    const take = (event: Event, data: DataTransfer | null) => {
      const files = filesOf(data);
      if (files.length === 0) return;
      event.preventDefault();
      for (const file of files) send(file);
    };
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const choose = () => input.current?.click();
    field.addEventListener("paste", paste);
    field.addEventListener("drop", drop);
    field.addEventListener("dragover", over);
    field.addEventListener("editor-attach", choose);
    return () => {
      field.removeEventListener("paste", paste);
      field.removeEventListener("drop", drop);
      field.removeEventListener("dragover", over);
      field.removeEventListener("editor-attach", choose);
    };
  }, [field, send]);

  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={labels.attach}
        onChange={(event) => {
          for (const file of event.currentTarget.files ?? []) send(file);
          event.currentTarget.value = "";
        }}
      />
      {going.map(({ id, name, percent, cancel }) => (
        <span key={id} className="button-row">
          <progress max={100} value={percent} aria-label={name} />
          <span className="quiet fine">
            {labels.uploading.replace("{name}", name).replace("{percent}", String(percent))}
          </span>
          <Button look="plain" size="small" onClick={cancel}>
            {labels.cancelUpload.replace("{name}", name)}
          </Button>
        </span>
      ))}
      <span role="alert" className={failed.length === 0 ? "hidden-words" : "field-error"}>
        {failed.map(({ message }) => message).join(" ")}
      </span>
    </>
  );
}
