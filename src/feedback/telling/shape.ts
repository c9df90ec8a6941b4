import { z } from "zod";
import { NEEDS } from "@/feedback/shape";
import { localPath } from "@/platform/http/local-path";
import { idOf } from "@/platform/ids";
import { files, title } from "@/posts/shape";

export const hostNoteId = idOf<"host-note">();
export type HostNoteId = z.infer<typeof hostNoteId>;

export const WORDS_MAX = 4000;
export const ANSWER_MAX = 4000;
export const PAGE_PATH_MAX = 300;
export const PAGE_TITLE_MAX = 200;

/** Where a note stands: nobody answered, somebody did, or there is nothing more to do. */
export const NOTE_STATES = ["open", "answered", "closed"] as const;
export type NoteState = (typeof NOTE_STATES)[number];

/** A page of ours without its query, which may hold what somebody searched for; empty for anything else. */
export function pageOfOurs(text: unknown): string {
  const path = localPath(text)?.replace(/[?#].*$/s, "") ?? "";
  return path.length > PAGE_PATH_MAX ? "" : path;
}

/** A title on one line. */
function oneLine(text: unknown): string {
  if (typeof text !== "string") return "";
  return text.replace(/\s+/g, " ").trim().slice(0, PAGE_TITLE_MAX).toWellFormed();
}

/** The page that somebody stood on. What is no page of ours is left out: the words are worth more than where they began. */
export const toldPage = z.object({
  from: z.unknown().optional().transform(pageOfOurs),
  pageTitle: z.unknown().optional().transform(oneLine),
  /** Width and height of the window, where a script told them. */
  viewport: z
    .string()
    .regex(/^\d{1,5}×\d{1,5}$/)
    .catch("")
    .default(""),
});
export type ToldPage = z.output<typeof toldPage>;

const words = z.string().trim().min(1).max(WORDS_MAX);
const yes = z
  .literal("yes")
  .optional()
  .transform((ticked) => ticked === "yes");

export const noteShape = toldPage.extend({
  words,
  files,
  /** Whether hosts may make an idea of it in the writer's name. */
  mayBecomeIdea: yes,
});
export type NewNote = z.output<typeof noteShape>;

export const toldIdeaShape = toldPage.extend({
  title,
  body: words,
  files,
  need: z.enum(NEEDS).default("need"),
  /** Whether the page is told below the words, to everybody who reads the board. */
  withPage: yes,
});

export const answerShape = z.object({ answer: z.string().trim().min(1).max(ANSWER_MAX) });
export const noteListShape = z.object({ show: z.enum(NOTE_STATES).catch("open").default("open") });

/** Pages whose titles may come from a closed room or board; on a board they are told only when their reader says so. */
const CLOSED =
  /^\/(spaces|posts|people|moderation|report|drafts|saved|search|notices|journal|settings)\b|^\/(boards|ideas)\//;

/** Whether a page can be told to everybody without a second thought. */
export function isForAll(page: string): boolean {
  return !CLOSED.test(page);
}
