"use client";
import { useEffect, useState } from "react";
import { FOLD_WORD } from "../../fold";
import { askPreview, type Looked, type SeenPreview } from "./ask";
import type { EditorLabels } from "./labels";
import type { EditorPlace } from "./place";

type PreviewProps = Looked & { place: EditorPlace; labels: EditorLabels };

/** What will stand there: rendered by the server, by the very function that will render it when it is sent. */
export function Preview({ place, body, before, conversation, labels }: PreviewProps) {
  const [seen, setSeen] = useState<SeenPreview | "asking" | "failed">("asking");
  useEffect(() => {
    let isCurrent = true;
    askPreview(place, { body, before, conversation }).then(
      (preview) => isCurrent && setSeen(preview),
      () => isCurrent && setSeen("failed"),
    );
    return () => {
      isCurrent = false;
    };
  }, [place, body, before, conversation]);
  if (body.trim() === "") return <p className="editor-preview quiet">{labels.empty}</p>;
  if (seen === "failed") return <p className="editor-preview">{labels.failed}</p>;
  if (seen === "asking") return <div className="editor-preview" aria-busy="true" />;
  const summary = document.createElement("summary");
  summary.className = "fold";
  summary.textContent = labels.quoted;
  const html = seen.bodyHtml.replaceAll(FOLD_WORD, summary.outerHTML);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server sanitised it, as it does what stands on pages
  return <div className="editor-preview prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
