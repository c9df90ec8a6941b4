import { z } from "zod";
import { purpose, slug, spaceName } from "@/spaces/shape";
import { cohortWord } from "@/stages/cohort-words";
import { reached, stageShape } from "@/stages/shape";

/** Who may do something on a board, from most to few: everybody inside, some cohorts, the team alone. */
export const BOARD_AUDIENCES = ["members", "cohort", "hosts"] as const;
export type BoardAudience = (typeof BOARD_AUDIENCES)[number];

/** The four things that one can do on a board; for each it says who may. */
export const BOARD_ACTIONS = ["view", "vote", "comment", "suggest"] as const;
export type BoardAction = (typeof BOARD_ACTIONS)[number];

/** Where an answer to "who may?" stands on a board. */
export const ACCESS_FIELDS = {
  view: { to: "audience", cohorts: "audienceCohorts" },
  vote: { to: "voteTo", cohorts: "voteCohorts" },
  comment: { to: "commentTo", cohorts: "commentCohorts" },
  suggest: { to: "suggestTo", cohorts: "suggestCohorts" },
} as const satisfies Record<BoardAction, { to: string; cohorts: string }>;

/** Who is told by name who voted: whoever sees the board, nobody, or the team. The numbers are told to all of them. */
export const VOTERS_SHOWN = ["names", "counts", "hosts"] as const;
export type VotersShown = (typeof VOTERS_SHOWN)[number];

export const BUDGET_MAX = 100;
export const ANSWER_DAYS_MAX = 60;
/** What a new board begins with. */
export const NEW_BOARD = { voteBudget: 5, answerDays: 10 } as const;

const COHORTS_MAX = 100;
const tier = z.enum(BOARD_AUDIENCES);
const cohorts = z
  .union([z.array(cohortWord).max(COHORTS_MAX), cohortWord.transform((word) => [word])])
  .transform((words) => [...new Set(words)].sort())
  .default([]);
/** A number that may be left empty, for "no limit" or "no promise". */
const orNone = (max: number) =>
  z.union([
    z.null(),
    z.literal("").transform(() => null),
    z.coerce.number({ error: "field.number" }).int("field.number").min(1, "field.tooSmall").max(max, "field.tooBig"),
  ]);

/** Addresses below that of the boards that are no board. */
const RESERVED: readonly string[] = ["new", "desk"];

const boardFields = z.object({
  slug: slug.refine((one) => !RESERVED.includes(one), { message: "field.taken" }),
  name: spaceName,
  purpose,
  audience: tier,
  audienceCohorts: cohorts,
  voteTo: tier,
  voteCohorts: cohorts,
  commentTo: tier,
  commentCohorts: cohorts,
  suggestTo: tier,
  suggestCohorts: cohorts,
  opensAt: stageShape,
  votesAt: stageShape,
  votersShown: z.enum(VOTERS_SHOWN),
  voteBudget: orNone(BUDGET_MAX),
  answerDays: orNone(ANSWER_DAYS_MAX),
});
export type NewBoard = z.output<typeof boardFields>;
export type Access = Pick<NewBoard, (typeof ACCESS_FIELDS)[BoardAction]["to" | "cohorts"]>;

/** Votes on a board that nobody can open yet would be votes of the team alone. */
function votesFollowOpening(board: Pick<NewBoard, "opensAt" | "votesAt">, issue: z.RefinementCtx): void {
  if (reached(board.votesAt, board.opensAt)) return;
  issue.addIssue({ code: "custom", path: ["votesAt"], message: "field.votesBeforeOpening" });
}

/** Whether everybody whom one answer lets do something may see the board at all. */
function isWithin(board: Access, action: BoardAction): boolean {
  const [mine, seeing] = [ACCESS_FIELDS[action], ACCESS_FIELDS.view];
  const gap = BOARD_AUDIENCES.indexOf(board[mine.to]) - BOARD_AUDIENCES.indexOf(board[seeing.to]);
  if (gap !== 0 || board[mine.to] !== "cohort") return gap >= 0;
  return board[mine.cohorts].every((word) => board[seeing.cohorts].includes(word));
}

/** Cohorts are named where they are chosen, and nobody is let do what they cannot see. */
function accessHolds(board: Access, issue: z.RefinementCtx): void {
  const lacks = (action: BoardAction) => {
    const { to, cohorts } = ACCESS_FIELDS[action];
    return board[to] === "cohort" && board[cohorts].length === 0;
  };
  for (const action of BOARD_ACTIONS) {
    const { to } = ACCESS_FIELDS[action];
    if (lacks(action)) issue.addIssue({ code: "custom", path: [to], message: "field.cohortNeeded" });
    else if (!lacks("view") && !isWithin(board, action))
      issue.addIssue({ code: "custom", path: [to], message: "field.looserThanSeeing" });
  }
}

/** Cohorts that were ticked and not chosen are let go. */
function withoutIdleCohorts<T extends Access>(board: T): T {
  const kept = { ...board };
  for (const action of BOARD_ACTIONS) {
    const { to, cohorts } = ACCESS_FIELDS[action];
    if (kept[to] !== "cohort") kept[cohorts] = [];
  }
  return kept;
}

/** A new board is the hosts' own until somebody says otherwise. */
export const newBoardShape = boardFields
  .extend({
    audience: tier.default("hosts"),
    voteTo: tier.default("hosts"),
    commentTo: tier.default("hosts"),
    suggestTo: tier.default("hosts"),
    votersShown: z.enum(VOTERS_SHOWN).default("names"),
    voteBudget: boardFields.shape.voteBudget.default(NEW_BOARD.voteBudget),
    answerDays: boardFields.shape.answerDays.default(NEW_BOARD.answerDays),
  })
  .superRefine(votesFollowOpening)
  .superRefine(accessHolds)
  .transform(withoutIdleCohorts);
/** The address of a board stays, so that links live on. */
export const editBoardShape = boardFields
  .omit({ slug: true })
  .extend({
    /** What the form showed (`boardBasis`); a program that says all of a board may leave it out. */
    basis: z.string().max(100).optional(),
  })
  .superRefine(votesFollowOpening)
  .superRefine(accessHolds)
  .transform(withoutIdleCohorts);
export type EditBoard = z.output<typeof editBoardShape>;
