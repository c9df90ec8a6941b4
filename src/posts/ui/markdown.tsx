import type { Words } from "@/i18n/words";
import { Prose } from "@/ui/prose";
import { render } from "../render";
import { unfolded } from "./words-of";

/** A short text that is kept as Markdown, such as a space's guidelines, rendered and sanitised as posts are. */
export function Markdown({ text, t }: { text: string; t: Words }) {
  return <Prose html={unfolded(t, render(text).bodyHtml)} />;
}
