import type { DraftView, SavedDraft } from "../../drafts/shape";
import type { NamesToChoose } from "../../mentions/complete";
import type { PreviewView } from "../../mentions/preview";
import type { EditorPlace } from "./place";

/** What travels as JSON: moments as text. */
type Sent<T> = T extends Date
  ? string
  : T extends readonly (infer U)[]
    ? Sent<U>[]
    : T extends object
      ? { [K in keyof T]: Sent<T[K]> }
      : T;

async function ask<T>(procedure: string, input: object, signal?: AbortSignal): Promise<Sent<T>> {
  const query = encodeURIComponent(JSON.stringify(input));
  return read<T>(await fetch(`/api/trpc/${procedure}?input=${query}`, signal ? { signal } : {}));
}

async function tell<T>(procedure: string, input: object, how: RequestInit = {}): Promise<Sent<T>> {
  const headers = { "content-type": "application/json" };
  return read<T>(
    await fetch(`/api/trpc/${procedure}`, { ...how, method: "POST", headers, body: JSON.stringify(input) }),
  );
}

async function read<T>(answer: Response): Promise<Sent<T>> {
  const body: { result?: { data?: Sent<T> } } = await answer.json();
  if (!answer.ok || body.result === undefined) throw new Error(`refused: ${answer.status}`);
  return body.result.data as Sent<T>;
}

/** The place as its room names it. */
function placeIn(place: EditorPlace): { space: string } | { board: string } {
  return place.room === "posts" ? { space: place.id } : { board: place.id };
}

export type SeenPreview = Sent<PreviewView>;
export type KeptDraft = Sent<DraftView>;
export type DraftSaved = Sent<SavedDraft>;

export function askNames(place: EditorPlace, text: string, signal: AbortSignal): Promise<Sent<NamesToChoose>> {
  return ask<NamesToChoose>(`${place.room}.names`, { ...placeIn(place), text }, signal);
}

export function askSpaces(
  place: EditorPlace,
  text: string,
  signal: AbortSignal,
): Promise<{ slug: string; name: string }[]> {
  const here = place.room === "posts" ? { here: place.id } : {};
  return ask<{ slug: string; name: string }[]>("posts.spaceNames", { text, ...here }, signal);
}

/** What is previewed: the text, what stands there now, and the conversation around it. */
export type Looked = {
  readonly body: string;
  readonly before: string | undefined;
  readonly conversation: string | undefined;
};

export function askPreview(place: EditorPlace, looked: Looked): Promise<SeenPreview> {
  return tell<PreviewView>(`${place.room}.preview`, { ...placeIn(place), ...looked });
}

export function askDraft(place: string): Promise<KeptDraft | null> {
  return ask<DraftView | null>("posts.draft", { place });
}

export function sendDraft(draft: object, how: RequestInit): Promise<DraftSaved> {
  return tell<SavedDraft>("posts.saveDraft", draft, how);
}

export function dropDraft(place: string): Promise<{ place: string }> {
  return tell<{ place: string }>("posts.dropDraft", { place });
}
