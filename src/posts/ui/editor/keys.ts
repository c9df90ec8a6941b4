import { type Tool, toolFor } from "./buttons";
import { nextLine } from "./edits";
import { typeIn } from "./type-in";

/**
 * Shortcuts, lists that go on, and Ctrl+Enter, which sends.
 * @returns what stops them
 */
export function keysIn(field: HTMLTextAreaElement, tools: readonly Tool[]): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const tool = toolFor(event, tools);
    if (tool !== undefined) press(field, tool);
    else if (event.key !== "Enter" || !entered(field, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  field.addEventListener("keydown", pressed);
  return () => field.removeEventListener("keydown", pressed);
}

function press(field: HTMLTextAreaElement, tool: Tool): void {
  const button = field.closest(".editor")?.querySelector(`[data-tool="${tool.label}"]`);
  if (button instanceof HTMLElement) button.click();
}

/** Whether Enter did more than begin a line. A list of names that is open has it for itself. */
function entered(field: HTMLTextAreaElement, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) {
    field.form?.requestSubmit();
    return true;
  }
  if (event.shiftKey || event.altKey || field.closest("text-expander")?.querySelector("[role=listbox]")) return false;
  const edit = nextLine(field.value, field.selectionStart, field.selectionEnd);
  if (edit !== null) typeIn(field, edit);
  return edit !== null;
}
