"use client";
import "@github/markdown-toolbar-element";
import "@github/text-expander-element";
import { createElement, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { FormContext } from "@/ui/form-state";
import { Icon } from "@/ui/icon";
import { askPreview } from "./ask";
import { shortcutOf, type Tool, toolsOf } from "./buttons";
import { completeIn } from "./complete";
import { DraftBar } from "./draft-bar";
import { keysIn } from "./keys";
import { pasteWell } from "./paste";
import { Preview } from "./preview";
import type { EditorProps, Named } from "./props";
import { said } from "./said";
import { typeIn } from "./type-in";
import { Uploads } from "./uploads";

type ToolsProps = Pick<EditorProps, "place" | "labels" | "draft" | "before" | "conversation" | "known"> & {
  field: HTMLTextAreaElement;
  form: HTMLFormElement;
  onNamed: (named: Named | null) => void;
};

const NAMED_MS = 900;

/** What is loaded once somebody begins to write: the tools, the lists of names, pasting, preview and drafts. */
export default function Tools({ field, form, place, labels, draft, before, conversation, known, onNamed }: ToolsProps) {
  const words = useMemo(() => said(labels), [labels]);
  const groups = useMemo(() => toolsOf(labels), [labels]);
  const [told, setTold] = useState("");
  const [preview, setPreview] = useState<string | null>(null);
  const { busy } = useContext(FormContext);
  const foot = field.closest(".editor")?.querySelector("[data-foot]");

  useEffect(() => pasteWell(field), [field]);
  useEffect(() => completeIn(field, place, words, setTold), [field, place, words]);
  useEffect(() => keysIn(field, groups.flat()), [field, groups]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      onNamed(null);
      if (!/@[\p{L}\p{N}]/u.test(field.value)) return;
      timer = setTimeout(
        () => askPreview(place, { body: field.value, before, conversation }).then(onNamed, () => {}),
        NAMED_MS,
      );
    };
    field.addEventListener("input", look);
    return () => {
      clearTimeout(timer);
      field.removeEventListener("input", look);
    };
  }, [field, place, before, conversation, onNamed]);
  useEffect(() => {
    field.closest<HTMLElement>("text-expander")?.toggleAttribute("hidden", preview !== null);
  }, [field, preview]);

  const toggle = () => {
    setPreview((shown) => (shown === null ? field.value : null));
  };
  const use = (tool: Tool) => {
    if (tool.label === "attach") field.dispatchEvent(new Event("editor-attach"));
    if (tool.make) typeIn(field, tool.make(field.value, field.selectionStart, field.selectionEnd));
  };
  const bar: ReactNode = createElement(
    "markdown-toolbar",
    { for: field.id, "aria-label": labels.tools, hidden: preview !== null, className: "editor-tools" },
    groups.map((group) => (
      <span key={group[0]?.label} className="editor-group">
        {group.map((tool) => (
          <ToolButton key={tool.label} tool={tool} name={labels[tool.label]} onPress={() => use(tool)} />
        ))}
      </span>
    )),
  );
  return (
    <>
      <div className="editor-bar">
        {bar}
        <button type="button" className="editor-tool editor-switch" aria-pressed={preview !== null} onClick={toggle}>
          {preview === null ? labels.preview : labels.write}
        </button>
      </div>
      <span role="status" className="hidden-words">
        {told}
      </span>
      {preview === null ? null : (
        <Preview place={place} body={preview} before={before} conversation={conversation} labels={labels} />
      )}
      {foot == null ? null : createPortal(<Uploads field={field} labels={labels} />, foot)}
      {draft === null || foot == null
        ? null
        : createPortal(
            <DraftBar form={form} at={draft} known={known} busy={busy} labels={labels} words={words} />,
            foot,
          )}
    </>
  );
}

/** The library acts on a press of Enter or Space too, and so does every button by itself: here only the button does. */
function ToolButton({ tool, name, onPress }: { tool: Tool; name: string; onPress: () => void }) {
  return (
    <button
      type="button"
      className="editor-tool"
      tabIndex={-1}
      data-md-button={tool.style ?? ""}
      data-look={tool.look}
      data-tool={tool.label}
      aria-label={name}
      aria-keyshortcuts={shortcutOf(tool)}
      title={name}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") event.nativeEvent.stopImmediatePropagation();
      }}
    >
      {tool.look === "link" || tool.look === "attach" ? (
        <Icon name={tool.look === "link" ? "link" : "upload"} />
      ) : (
        <span aria-hidden="true" data-sign={tool.sign} />
      )}
    </button>
  );
}
