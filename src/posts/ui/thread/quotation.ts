/** The id of the button that quotes what is selected. */
export const QUOTE_BUTTON = "quote-this";
/** How much of a text a quotation takes over. */
const QUOTED_MAX = 1500;

/** A passage as a Markdown quotation, headed by who said it and where. */
export function quotation(passage: string, by: string, href: string): string {
  const text =
    passage.length > QUOTED_MAX ? `${passage.slice(0, QUOTED_MAX).replace(/[\ud800-\udbff]$/, "")}…` : passage;
  const lines = text.trim().split(/\r?\n/);
  const head = `> [${by.replace(/[\\[\]]/g, "\\$&")}](${href})`;
  return `${[head, ...lines.map((line) => (line === "" ? ">" : `> ${line}`))].join("\n")}\n\n`;
}
