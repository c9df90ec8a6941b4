import type { MarkdownIt } from "markdown-it";
import { type FileId, fileOf } from "@/members/files/shape";

/** The pictures that words may show, with their size in pixels. */
export type Pictures = ReadonlyMap<FileId, { readonly width: number; readonly height: number }>;
export type PictureEnvironment = { readonly pictures: Pictures };

/**
 * A picture of ours is shown where the words may show it, with its size, so that nothing jumps when it arrives. Any
 * other picture is a link: what stands elsewhere would tell its owner who reads.
 */
export function picturesOfOurs(markdown: MarkdownIt): void {
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (token === undefined) return "";
    const address = String(token.attrGet("src") ?? "");
    const alt = self.renderInlineAsText(token.children ?? [], options, env).trim();
    const file = fileOf(address);
    const size = file === null ? undefined : (env as PictureEnvironment).pictures.get(file);
    if (size !== undefined)
      return `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" width="${size.width}" height="${size.height}">`;
    if (file !== null) return escapeHtml(alt);
    return `<a href="${escapeHtml(address)}">${escapeHtml(alt === "" ? address : alt)}</a>`;
  };
}
