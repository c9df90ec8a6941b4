import { paths, withQuery } from "@/paths";
import { WINDOW, WINDOW_MAX } from "../../reading/shape";
import type { ThreadWindow } from "../../reading/views";

/** Where a conversation stands: the addresses of its parts and the verbs of what it stands on, a post or an idea. */
export type ThreadPlace = {
  readonly path: string;
  readonly link: (comment: string) => string;
  /** Where the versions of a comment are read. */
  readonly history: (comment: string) => string;
  /** Where all who reacted to a comment are listed. */
  readonly reactions: (comment: string) => string;
  /** The input that names it. */
  readonly name: Readonly<Record<string, string>>;
  readonly verbs: { readonly mark: string; readonly markThread: string; readonly follow: string };
};

export function placeOfPost(id: string): ThreadPlace {
  return {
    path: paths.post(id),
    link: (comment) => paths.comment(id, comment),
    history: (comment) => paths.postHistory(id, comment),
    reactions: (comment) => paths.reactions(id, comment),
    name: { post: id },
    verbs: { mark: "reading.mark", markThread: "reading.markThread", follow: "reading.follow" },
  };
}

export function placeOfIdea(id: string): ThreadPlace {
  return {
    path: paths.idea(id),
    link: (comment) => paths.ideaComment(id, comment),
    history: (comment) => paths.ideaHistory(id, comment),
    reactions: (comment) => paths.ideaReactions(id, comment),
    name: { idea: id },
    verbs: { mark: "feedback.markRead", markThread: "feedback.markThread", follow: "feedback.follow" },
  };
}

/** The ways on from a part of a conversation; null where there is nothing more. */
export type ThreadSteps = { readonly earlier: Step | null; readonly later: Step | null };
/** `inPlace`: the page grows by what is asked for, and stays where it is. */
export type Step = { readonly href: string; readonly inPlace: boolean };

/**
 * A part grows until it is as long as a page may be, and then gives way to the next. The addresses work by themselves:
 * without a script one lands where one was.
 */
export function stepsOf({ path }: ThreadPlace, { items, earlier, later }: ThreadWindow): ThreadSteps {
  const [first, last] = [items[0]?.id, items.at(-1)?.id];
  if (first === undefined || last === undefined) return { earlier: null, later: null };
  const grown = items.length + WINDOW;
  const grows = grown <= WINDOW_MAX;
  const take = String(grown);
  const step = (wider: Record<string, string>, next: Record<string, string>, anchor: string): Step => ({
    href: grows ? `${withQuery(path, { ...wider, take })}#c-${anchor}` : `${withQuery(path, next)}#comments`,
    inPlace: grows,
  });
  return {
    earlier: earlier ? step({ until: last }, { before: first }, first) : null,
    later: later ? step({ from: first }, { after: last }, last) : null,
  };
}
