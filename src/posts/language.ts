import { franc } from "franc-min";
import type { Language } from "./shape";

/** Shorter than this, a text says too little about its language. */
const LENGTH_MIN = 16;

/** The language that a text is written in, of those that Levain searches and reads in; null when it cannot be told. */
export function languageOf(text: string): Language | null {
  const found = franc(text, { only: ["eng", "fra"], minLength: LENGTH_MIN });
  if (found === "eng") return "en";
  return found === "fra" ? "fr" : null;
}
