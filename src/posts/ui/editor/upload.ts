import { paths } from "@/paths";
import { typeIn } from "./type-in";

/** A file on its way. */
export type Sending = {
  readonly name: string;
  /** Called with how much has gone, in percent. */
  readonly onProgress: (percent: number) => void;
};

/** The sentence with which the server refused a file, if it said one. */
export class UploadRefused extends Error {}

type Answer = { markdown?: string; refusal?: { message?: string } };

/**
 * Sends one file, as the page's own forms do.
 * @returns what to write in Markdown, and what calls it off
 */
export function sendFile(file: File, onProgress: Sending["onProgress"]): { done: Promise<string>; cancel: () => void } {
  const request = new XMLHttpRequest();
  const done = new Promise<string>((resolve, reject) => {
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(Math.round((100 * loaded) / total)));
    request.addEventListener("load", () => {
      const answer = read(request.responseText);
      if (request.status === 200 && answer.markdown !== undefined) resolve(answer.markdown);
      else reject(new UploadRefused(answer.refusal?.message ?? ""));
    });
    for (const end of ["error", "abort", "timeout"]) request.addEventListener(end, () => reject(new Error(end)));
  });
  const form = new FormData();
  form.set("use", "attachment");
  form.set("file", file);
  request.open("POST", paths.uploads());
  request.setRequestHeader("accept", "application/json");
  request.send(form);
  return { done, cancel: () => request.abort() };
}

function read(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}

/** Holds the place of a file in a text while it is on its way. */
export class Placeholder {
  constructor(
    private readonly field: HTMLTextAreaElement,
    private readonly mark: string,
  ) {
    const { value, selectionStart: from, selectionEnd: to } = field;
    const lead = from === 0 || value[from - 1] === "\n" ? "" : "\n";
    typeIn(field, { from, to, text: `${lead}${mark}\n` });
  }

  /** Writes something else in its place, wherever it has moved to; the caret stays with its words. */
  become(text: string): void {
    const { field, mark } = this;
    const at = field.value.indexOf(mark);
    if (at === -1) return;
    const [start, end] = [field.selectionStart, field.selectionEnd];
    const moved = (place: number) => (place <= at ? place : Math.max(at, place + text.length - mark.length));
    typeIn(field, { from: at, to: at + mark.length, text, select: [moved(start), moved(end)] });
  }
}

/** The files of a paste or a drop. A copied part of a document brings a picture of itself; its words are meant. */
export function filesOf(data: DataTransfer | null): File[] {
  if (data === null || data.types.includes("text/html") || data.types.includes("text/plain")) return [];
  return [...data.files];
}
