import { z } from "zod";
import { personId } from "@/members/shape";
import { idOf } from "@/platform/ids";
import { body, files, title } from "@/posts/shape";
import { purpose, slug, spaceName } from "@/spaces/shape";
import { reached, stageShape } from "@/stages/shape";

export const boardId = idOf<"board">();
export type BoardId = z.infer<typeof boardId>;

export const BOARD_AUDIENCES = ["members", "hosts"] as const;
export type BoardAudience = (typeof BOARD_AUDIENCES)[number];

/** Addresses below that of the boards that are no board. */
const RESERVED: readonly string[] = ["new", "desk"];

const boardFields = z.object({
  slug: slug.refine((one) => !RESERVED.includes(one), { message: "field.taken" }),
  name: spaceName,
  purpose,
  audience: z.enum(BOARD_AUDIENCES),
  opensAt: stageShape,
  votesAt: stageShape,
});
export type NewBoard = z.infer<typeof boardFields>;

/** Votes on a board that nobody can open yet would be votes of the team alone. */
function votesFollowOpening(board: Pick<NewBoard, "opensAt" | "votesAt">, issue: z.RefinementCtx): void {
  if (reached(board.votesAt, board.opensAt)) return;
  issue.addIssue({ code: "custom", path: ["votesAt"], message: "field.votesBeforeOpening" });
}

export const newBoardShape = boardFields.superRefine(votesFollowOpening);
/** The address of a board stays, so that links live on. */
export const editBoardShape = boardFields.omit({ slug: true }).superRefine(votesFollowOpening);

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

export const IDEA_ORDERS = ["votes", "newest"] as const;
export type IdeaOrder = (typeof IDEA_ORDERS)[number];
export const ideaListShape = z.object({
  show: z.enum(SHOWN_NAMES).default("current"),
  order: z.enum(IDEA_ORDERS).default("votes"),
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
