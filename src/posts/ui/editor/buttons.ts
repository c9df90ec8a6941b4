import { codeBlock, type Edit, sign, table } from "./edits";
import type { EditorLabels } from "./labels";

type Make = (text: string, from: number, to: number) => Edit;

/** A tool: what it is called, how it looks, and what it does: a style of the toolbar's library, or an edit of our own. */
export type Tool = {
  readonly label: keyof EditorLabels;
  readonly sign: string;
  readonly look?: string;
  readonly style?: string;
  readonly make?: Make;
  /** With Ctrl, or Command: the key, and whether Shift goes with it. */
  readonly key?: string;
  readonly shift?: boolean;
};

/** The tools in their order, in groups. */
export function toolsOf(labels: EditorLabels): readonly (readonly Tool[])[] {
  return [
    [
      { label: "bold", sign: "B", look: "bold", style: "bold", key: "b" },
      { label: "italic", sign: "I", look: "italic", style: "italic", key: "i" },
      { label: "strike", sign: "S", look: "strike", style: "strikethrough", key: "x", shift: true },
      { label: "heading", sign: "H", style: "header-2", key: "h", shift: true },
    ],
    [
      { label: "quote", sign: "”", style: "quote", key: ".", shift: true },
      { label: "list", sign: "•", style: "unordered-list", key: "8", shift: true },
      { label: "numbers", sign: "1.", style: "ordered-list", key: "7", shift: true },
      { label: "tasks", sign: "☑", style: "task-list", key: "l", shift: true },
    ],
    [
      { label: "code", sign: "<>", look: "code", style: "code", key: "e" },
      { label: "block", sign: "{ }", look: "code", make: codeBlock, key: "e", shift: true },
      { label: "link", sign: "🔗\uFE0E", look: "link", style: "link", key: "k" },
      { label: "table", sign: "▦", look: "table", make: (...at) => table(...at, labels.column) },
    ],
    [
      { label: "mention", sign: "@", make: (...at) => sign(...at, "@") },
      { label: "emoji", sign: ":)", look: "emoji", make: (...at) => sign(...at, ":") },
      { label: "attach", sign: "", look: "attach" },
    ],
  ];
}

/** A shortcut as ARIA writes it. */
export function shortcutOf({ key, shift }: Tool): string | undefined {
  if (key === undefined) return undefined;
  const keys = `${shift ? "Shift+" : ""}${key.toUpperCase()}`;
  return `Control+${keys} Meta+${keys}`;
}

/** The tool that a pressed key means, if it means one. What a key is called with Shift differs, where it stands not. */
export function toolFor(event: KeyboardEvent, tools: readonly Tool[]): Tool | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const code = event.code.replace(/^(?:Key|Digit)/, "").toLowerCase();
  return tools.find(
    ({ key, shift = false }) =>
      key !== undefined &&
      shift === event.shiftKey &&
      (event.key.toLowerCase() === key || code === key || (key === "." && event.code === "Period")),
  );
}
