import type { ReactNode } from "react";
import type { KeptDraft } from "./ask";
import type { EditorLabels } from "./labels";
import type { EditorPlace } from "./place";

export type EditorProps = {
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  rows: number;
  placeholder?: string;
  place: EditorPlace;
  labels: EditorLabels;
  /** Where the unsent text is kept, and the page where writing it goes on; null for one that is not kept. */
  draft: { place: string; path: string } | null;
  /** The unsent text that the page was made with; undefined when nobody asked for it. */
  known?: KeptDraft | null;
  /** The text that stands there now, as it is kept, when this one takes its place. */
  before?: string;
  /** The conversation that it stands in, whose pictures it may show. */
  conversation?: string;
  /** True on a page that is for writing: the tools are there at once. */
  eager?: boolean;
  /** False where a form says enough by its other fields, as a poll does. */
  required?: boolean;
};

/** What comes of the names in a text, as the server last said. */
export type Named = {
  readonly unread: readonly string[];
  readonly unclear: readonly string[];
  readonly everyone: number | null;
};
