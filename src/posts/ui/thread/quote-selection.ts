import { QUOTE_BUTTON, quotation } from "./quotation";

/** What may be quoted says by whom it is and where it stands. */
const SOURCE = "[data-quote-by]";

function dismiss(): void {
  document.getElementById(QUOTE_BUTTON)?.remove();
}

/** The form in which one answers; there is none where nobody may write. */
function answerInput(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>("#write textarea[name='body']");
}

function sourceOf(selection: Selection): HTMLElement | null {
  const of = (node: Node | null) =>
    (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>(SOURCE);
  const [start, end] = [of(selection.anchorNode), of(selection.focusNode)];
  return start && start === end ? start : null;
}

/** Puts a quotation where one was writing, with an empty line before it when there is text. */
function insert(into: HTMLTextAreaElement, text: string): void {
  const before = into.value.trimEnd();
  into.value = before === "" ? text : `${before}\n\n${text}`;
  into.dispatchEvent(new Event("input", { bubbles: true }));
  into.focus();
  into.setSelectionRange(into.value.length, into.value.length);
}

/** Offers to quote what is selected, beside it. */
export function offerQuote(word: string): void {
  const selection = document.getSelection();
  const passage = selection?.toString().trim() ?? "";
  const [source, input] = [selection ? sourceOf(selection) : null, answerInput()];
  dismiss();
  if (!selection || passage === "" || source === null || input === null) return;
  const box = selection.getRangeAt(0).getBoundingClientRect();
  const button = document.createElement("button");
  button.id = QUOTE_BUTTON;
  button.type = "button";
  button.className = "button quote-this";
  button.dataset.size = "small";
  button.textContent = word;
  button.style.setProperty("inset-block-start", `${box.bottom + scrollY + 6}px`);
  button.style.setProperty("inset-inline-start", `${Math.max(8, box.left + scrollX)}px`);
  // Pressing must not take the selection away before it is quoted.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    dismiss();
    insert(input, quotation(passage, source.dataset.quoteBy ?? "", source.dataset.quoteAt ?? ""));
    input.scrollIntoView({ block: "center" });
  });
  // In the order of the page it comes after what it quotes, so that it is the next stop for the keyboard.
  source.after(button);
  const leave = () => {
    if (document.getSelection()?.isCollapsed === false) return;
    dismiss();
    document.removeEventListener("selectionchange", leave);
  };
  document.addEventListener("selectionchange", leave);
}
