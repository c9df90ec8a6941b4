import { z } from "zod";
import { personId } from "@/members/shape";
import { idOf } from "@/platform/ids";
import { body, files, title } from "@/posts/shape";

export const boardId = idOf<"board">();
export type BoardId = z.infer<typeof boardId>;

/** How many boards a form offers; a community with more has lost its way. */
export const CHOICES_MAX = 200;

/** What sorts the ideas of a board: a category, of which an idea has one, and tags, of which it may have several. */
export const LABEL_KINDS = ["category", "tag"] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];
/** How many a board has at most; a list that nobody reads to its end sorts nothing. */
export const LABELS_MAX: Readonly<Record<LabelKind, number>> = { category: 20, tag: 40 };
export const LABEL_NAME_MAX = 40;
export const labelId = idOf<"board-label">();
export type LabelId = z.infer<typeof labelId>;
export const labelName = z.string().trim().min(1).max(LABEL_NAME_MAX);
const labelOrNone = z.union([z.literal("").transform(() => null), z.null(), labelId]);
export const sortIdeaShape = z.object({
  category: labelOrNone.default(null),
  tags: z
    .union([z.array(labelId).max(LABELS_MAX.tag), labelId.transform((id) => [id])])
    .transform((ids) => [...new Set(ids)])
    .default([]),
});
export type SortedIdea = z.output<typeof sortIdeaShape>;

export const IDEA_STATUSES = [
  "open",
  "under-review",
  "planned",
  "in-progress",
  "in-preview",
  "shipped",
  "not-now",
] as const;
/** Where the team may put an idea in so many words. */
export type AnswerStatus = (typeof IDEA_STATUSES)[number];
/** A double of another idea stands nowhere itself. */
export type IdeaStatus = AnswerStatus | "merged";
export const ideaStatus = z.enum([...IDEA_STATUSES, "merged"]);
const answerStatus = z.enum(IDEA_STATUSES);

/** A status in fewer words: nobody has decided, it is on its way, it is there, it will not come for now, or it is a double. */
export const PHASES = ["waiting", "coming", "shipped", "not-now", "merged"] as const;
export type Phase = (typeof PHASES)[number];

export function phaseOf(status: IdeaStatus): Phase {
  if (status === "open" || status === "under-review") return "waiting";
  return status === "shipped" || status === "not-now" || status === "merged" ? status : "coming";
}

/** Whether the votes on an idea in a phase come out of a budget: they are given back once it is there, or refused. */
export function isSpentIn(phase: Phase): boolean {
  return phase === "waiting" || phase === "coming";
}

/** Those that come with a day: by when there is an answer, or the thing itself. */
export const DATED_STATUSES: readonly IdeaStatus[] = ["under-review", "planned", "in-progress", "in-preview"];

/** What a list of ideas shows, as the statuses that it is made of. */
export const SHOWN = {
  current: ["open", "under-review", "planned", "in-progress", "in-preview"],
  waiting: ["open", "under-review"],
  coming: ["planned", "in-progress", "in-preview"],
  shipped: ["shipped"],
  "not-now": ["not-now"],
  all: IDEA_STATUSES,
} as const satisfies Record<string, readonly IdeaStatus[]>;
export type Shown = keyof typeof SHOWN;
export const SHOWN_NAMES = ["current", "waiting", "coming", "shipped", "not-now", "all"] as const satisfies Shown[];

/**
 * How a list is ordered: by how much it is needed, by what is asked for lately, by the number of votes, by age, or the
 * one first that has waited longest for an answer.
 */
export const IDEA_ORDERS = ["need", "trend", "votes", "newest", "unanswered"] as const;
export type IdeaOrder = (typeof IDEA_ORDERS)[number];
export const ideaListShape = z.object({
  show: z.enum(SHOWN_NAMES).default("current"),
  order: z.enum(IDEA_ORDERS).default("need"),
  category: labelId.optional(),
  tag: labelId.optional(),
});
export type IdeaList = z.output<typeof ideaListShape>;

/** How much a voter needs it: would like it, needs it, is blocked without it. */
export const NEEDS = ["like", "need", "blocked"] as const;
export type Need = (typeof NEEDS)[number];

export const REASON_MAX = 500;
export const NOTE_MAX = 4000;
export const voteReason = z.string().trim().max(REASON_MAX);
export const newIdeaShape = z.object({
  title,
  body,
  files,
  /** The author's own voice, where votes are open. */
  need: z.enum(NEEDS).default("need"),
  category: labelOrNone.default(null),
  /** Whose idea it is, when a host writes down what was said in a meeting. */
  onBehalfOf: personId.optional(),
});
export type NewIdea = z.output<typeof newIdeaShape>;
export const editIdeaShape = z.object({ title, body, files });
export type EditedIdea = z.output<typeof editIdeaShape>;
export const voteShape = z.object({ need: z.enum(NEEDS), reason: voteReason.default("") });
export type NewVote = z.output<typeof voteShape>;

export const statusNote = z.string().trim().max(NOTE_MAX);

/** A "not now" without a reason, or a "planned" without a day, is no answer. */
export const moveIdeaShape = z
  .object({
    status: answerStatus,
    note: statusNote.default(""),
    promisedFor: z.union([z.iso.date(), z.literal("")]).default(""),
    /** The status that whoever moves it was looking at: when it is another by now, somebody else has answered. */
    from: answerStatus.optional(),
  })
  .superRefine((move, issue) => {
    if (move.status === "not-now" && move.note === "")
      issue.addIssue({ code: "custom", path: ["note"], message: "field.reasonNeeded" });
    if (move.status === "planned" && move.promisedFor === "")
      issue.addIssue({ code: "custom", path: ["promisedFor"], message: "field.dayNeeded" });
  });
export type NewMove = z.output<typeof moveIdeaShape>;

/** The columns of the roadmap, from the first thought to what is there. */
export const ROADMAP_COLUMNS = ["under-review", "planned", "in-progress", "in-preview", "shipped"] as const;
export type RoadmapColumn = (typeof ROADMAP_COLUMNS)[number];
/** How long a shipped idea stays on the roadmap, in days. */
export const SHIPPED_LATELY_DAYS = 90;

/** What became of a promised day: gone by, still to come, done, taken back or put off. */
export const PROMISE_STATES = ["late", "coming", "kept", "withdrawn"] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];
