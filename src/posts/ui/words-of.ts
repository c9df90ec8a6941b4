import type { Words } from "@/i18n/words";
import { FOLD_WORD } from "../fold";

/** Puts the reader's word for "quoted text" where the rendering left its place. */
export function unfolded(t: Words, bodyHtml: string): string {
  return bodyHtml.replaceAll(FOLD_WORD, `<summary class="fold">${escapeHtml(t("posts.quoted"))}</summary>`);
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
