import { linkOver } from "./edits";
import { typeIn } from "./type-in";

/** What plain text would lose. */
const RICH = /<(?:b|strong|i|em|u|a|h[1-6]|ul|ol|table|pre|code|blockquote|del|s|strike)\b/i;
/** Longer than a text may be; what is pasted then comes as plain text, and is told to be too long. */
const HTML_MAX = 1_000_000;

/** Turns what was copied from a page or a document into Markdown; loaded when somebody first pastes such a thing. */
async function toMarkdown(html: string): Promise<string> {
  const [{ default: Turndown }, { gfm }] = await Promise.all([
    import("turndown"),
    import("@truto/turndown-plugin-gfm"),
  ]);
  const service = new Turndown({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    bulletListMarker: "-",
    emDelimiter: "_",
    hr: "---",
  });
  service.use(gfm);
  service.remove(["style", "script", "title", "meta", "link"]);
  // Documents from an office wrap everything in a <b> that is not bold.
  service.addRule("not-bold", {
    filter: (node) =>
      node.nodeName === "B" && /font-weight:\s*(?:normal|400)/.test(node.getAttribute("data-style") ?? ""),
    replacement: (content) => content,
  });
  // A picture of another site would tell it who reads.
  service.addRule("picture", {
    filter: "img",
    replacement: (_, node) => (node as HTMLElement).getAttribute("alt") ?? "",
  });
  // Styles are only read: were they parsed as such, the page's own rules would forbid them.
  return (
    service
      .turndown(html.replace(/\sstyle\s*=/gi, " data-style="))
      .replace(/\u00a0/g, " ")
      // One space after the mark, as people write it.
      .replace(/^( *)([-*]|\d{1,9}\.) {2,3}(?=\S)/gm, "$1$2 ")
      .trim()
  );
}

/**
 * Pastes as one would wish: an address over words makes a link of them, what is rich comes as Markdown. With Shift the
 * browser pastes plain text and asks nobody. Whatever it does can be undone like typing.
 * @returns what stops it
 */
export function pasteWell(field: HTMLTextAreaElement): () => void {
  const paste = (event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (data === null || event.defaultPrevented) return;
    const { selectionStart: from, selectionEnd: to } = field;
    const link = linkOver(field.value, from, to, data.getData("text/plain"));
    if (link !== null) {
      event.preventDefault();
      typeIn(field, link);
      return;
    }
    const html = data.getData("text/html");
    if (!RICH.test(html) || html.length > HTML_MAX) return;
    event.preventDefault();
    const plain = data.getData("text/plain");
    toMarkdown(html)
      .catch(() => plain)
      .then((text) =>
        typeIn(field, { from: field.selectionStart, to: field.selectionEnd, text: text === "" ? plain : text }),
      );
  };
  field.addEventListener("paste", paste);
  return () => field.removeEventListener("paste", paste);
}
