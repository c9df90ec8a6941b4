import { readFile } from "node:fs/promises";
import tailwind from "@tailwindcss/postcss";
import { Router } from "@tests/gallery/router";
import postcss from "postcss";
import { createElement, type ReactElement } from "react";
import { renderToString } from "react-dom/server";

const sheet = "src/app/globals.css";

/** The style sheet of the house, compiled as the build compiles it. */
export async function styles(): Promise<string> {
  const done = await postcss([tailwind({ base: process.cwd() })]).process(await readFile(sheet, "utf8"), {
    from: sheet,
  });
  return done.css;
}

const face = (name: string, file: string, style = "normal"): string =>
  `@font-face{font-family:"${name}";src:url("file://${process.cwd()}/node_modules/@fontsource-variable/${file}.woff2");font-weight:200 900;font-style:${style}}`;

const FACES = [
  face("Source Serif 4", "source-serif-4/files/source-serif-4-latin-wght-normal"),
  face("Source Serif 4", "source-serif-4/files/source-serif-4-latin-wght-italic", "italic"),
  face("Inter", "inter/files/inter-latin-wght-normal"),
].join("\n");

/** A whole document for a scene, by day or by night. */
export function documentOf(scene: () => ReactElement, theme: string, css: string): string {
  const page = createElement(Router, null, createElement(scene));
  return `<!doctype html><html lang="en" data-theme="${theme}"><head><meta charset="utf-8"><title>Levain</title><meta name="viewport" content="width=device-width,initial-scale=1"><style>${FACES}\n${css}</style></head><body>${renderToString(page)}</body></html>`;
}
