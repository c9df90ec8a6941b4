import type { Edit } from "./edits";

/**
 * Changes a text as if it had been typed, so that the browser's own undo takes it back. `execCommand` is the only way to
 * do that; where a browser refuses, the change is made without it.
 */
export function typeIn(field: HTMLTextAreaElement, { from, to, text, select }: Edit): void {
  field.focus();
  field.setSelectionRange(from, to);
  const command = text === "" ? "delete" : "insertText";
  const isNothing = text === "" && from === to;
  if (!isNothing && !document.execCommand(command, false, text)) {
    field.setRangeText(text, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (select !== undefined) field.setSelectionRange(select[0], select[1]);
}
