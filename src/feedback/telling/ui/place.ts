import { paths, withQuery } from "@/paths";
import { TITLE_MAX } from "@/posts/shape";
import { NOTE_STATES, type NoteState, noteListShape, type ToldPage, toldPage } from "../shape";

export const WAYS = ["note", "idea", "vote"] as const;
/** What becomes of what somebody says. */
export type Way = (typeof WAYS)[number];

export function wayOf(word: string | undefined): Way {
  return WAYS.find((way) => way === word) ?? "note";
}

/** The page of one way, with the page that somebody came from. */
export function tellAddress(
  { from, pageTitle }: Pick<ToldPage, "from" | "pageTitle">,
  more: Readonly<Record<string, string | null>> = {},
): string {
  return withQuery(paths.tellUs(), { from, title: pageTitle, ...more });
}

export function notesAddress(show: NoteState, more: Readonly<Record<string, string | null>> = {}): string {
  return withQuery(paths.boardsNotes(), { show: show === NOTE_STATES[0] ? null : show, ...more });
}

/** A page as its reader knows it. */
export function pageName({ pagePath, pageTitle }: { pagePath: string; pageTitle: string }): string {
  return pageTitle === "" ? pagePath : `${pageTitle} (${pagePath})`;
}

/** The page that an address tells of. */
export function toldFrom(asked: { from: string | undefined; pageTitle: string | undefined }): ToldPage {
  return toldPage.parse(asked);
}

/** As much of what was typed as a search takes. */
export function toSearch(q: string): string {
  return q.slice(0, TITLE_MAX);
}

/** Which notes an address asks the desk for. */
export function shownOf(query: Readonly<Record<string, string | undefined>>): NoteState {
  return noteListShape.parse(query).show;
}

/** The states that the desk has a tab for. */
export const DESK_TABS = NOTE_STATES;
