import { z } from "zod";
import { personId } from "@/members/shape";
import { personCard } from "@/members/views";
import { blockShape, evaluationShape, gateShape, partShape } from "@/readiness/shape";
import { COLD_REASONS } from "@/spaces/warmth";
import { saidView } from "@/stages/announced/views";
import { FEATURE_STATES, featureKey } from "@/stages/features/shape";
import { stageShape } from "@/stages/shape";
import { REASONS } from "@/stages/views";
import { doorLetterView, faceView } from "./door/views";
import { planView, secondOffView } from "./plans/views";
import { flipId, HELPS, INVITATION_STATES, invitationId, requestId, reviewedGate } from "./shape";
import { STEP_KINDS } from "./step";

const count = z.number().int().min(0);

/** Counts by department, small ones together; see suppress.ts. */
const departmentsView = z.object({
  shown: z.array(z.object({ name: z.string(), count })),
  others: count.nullable(),
});

const peopleChangeView = z.object({ count, signedIn: count, letters: count, departments: departmentsView });

const featureChange = z.object({ key: featureKey, state: z.enum(FEATURE_STATES) });

const roomChange = z.object({ slug: z.string(), name: z.string() });
export type RoomChange = z.output<typeof roomChange>;

/** What exactly a step changes. */
export const effectView = z.object({
  gained: peopleChangeView,
  lost: peopleChangeView,
  /** Who would lose entry, and stays because they wrote here. */
  kept: count,
  /** Who waits at the door and goes on waiting: they hear why. */
  waiting: z.object({ count, letters: count }),
  spaces: z.object({
    opening: z.array(roomChange),
    closing: z.array(roomChange),
    privateOpening: count,
    privateClosing: count,
  }),
  boards: z.object({ opening: z.array(roomChange), closing: z.array(roomChange) }),
  features: z.object({ opening: z.array(featureChange), closing: z.array(featureChange) }),
  emptyRooms: z.array(roomChange.extend({ opening: z.boolean(), cold: z.array(z.enum(COLD_REASONS)) })),
});
export type EffectView = z.output<typeof effectView>;

/** One gate as it reads on the page; groundwork has gates of its own beside the fourteen. */
export const gateView = gateShape.extend({ key: z.string() });
export type GateView = z.output<typeof gateView>;

/** Whether the gates before a stage hold, and why not. */
export const gatesView = z.object({
  at: z.iso.datetime(),
  /** The stage that is left. */
  step: stageShape,
  ready: z.boolean(),
  ruleVersion: z.string(),
  sentence: z.object({ en: z.string(), fr: z.string() }),
  gates: z.array(gateView),
  evaluations: z.array(evaluationShape),
  blocking: z.array(blockShape),
});
export type GatesView = z.output<typeof gatesView>;

export const rehearsalView = z.object({
  at: z.date(),
  from: stageShape,
  to: stageShape,
  version: z.number().int(),
  kind: z.enum(STEP_KINDS),
  /** Null where no gate stands in the way: back down, one may always go. */
  gates: gatesView.nullable(),
  effect: effectView,
  needs: z.object({ reason: z.boolean(), override: z.boolean() }),
  /** Whether every step needs a second admin. */
  twoAdmins: z.boolean(),
  /** What is said when the stage opens. */
  announcement: z.object({ en: saidView, fr: saidView }).nullable(),
  /** The flip that is planned; a step by hand ends it. */
  plan: planView.nullable(),
  may: z.object({ flip: z.boolean(), seeNames: z.boolean() }),
});
export type RehearsalView = z.output<typeof rehearsalView>;

export const changedPersonView = personCard.extend({ letter: z.boolean() });
export type ChangedPersonView = z.output<typeof changedPersonView>;

export const flipView = z.object({
  id: flipId,
  from: stageShape,
  to: stageShape,
  kind: z.enum(STEP_KINDS),
  at: z.date(),
  by: z.object({ id: personId, displayName: z.string() }).nullable(),
  reason: z.string(),
  overridden: z.boolean(),
  overrideReason: z.string(),
  ruleVersion: z.string(),
  gates: z.array(
    z.object({
      key: z.string(),
      role: z.enum(["core", "guard", "info"]),
      verdict: z.enum(["pass", "notYet", "tooEarly", "notMeasured"]),
      value: z.number().nullable(),
      n: z.number().nullable(),
      threshold: z.number().nullable(),
      parts: z.array(partShape).optional(),
    }),
  ),
  effect: z.object({
    gained: count,
    lost: count,
    letters: count,
    spacesOpened: count,
    spacesClosed: count,
    boardsOpened: count,
    boardsClosed: count,
    emptyRooms: count,
    kept: count.default(0),
  }),
  approvedBy: z.string().nullable(),
  /** The flip that this one took back. */
  undoes: z.uuid().nullable(),
  /** When it was taken back itself. */
  undoneAt: z.date().nullable(),
  /** For one against the gates: what those say four weeks later. */
  review: z.object({ at: z.date(), gates: z.array(reviewedGate) }).nullable(),
});
export type FlipView = z.output<typeof flipView>;

const span = z.object({ came: count, back: count });

/** What came of a flip; null spans are not over yet. */
const afterView = z.object({ looked: count, week: span, month: span.nullable() });
export type AfterView = z.output<typeof afterView>;

/** A flip in the history; `after` is null before its first week is over. */
export const historyView = flipView.extend({ after: afterView.nullable() });
export type HistoryView = z.output<typeof historyView>;

/** The launch room: where the launch stands, who is inside, and what the next step is. */
export const roomView = z.object({
  at: z.date(),
  stage: stageShape,
  version: z.number().int(),
  since: z.date(),
  next: stageShape.nullable(),
  inside: z.object({
    total: count,
    signedIn: count,
    byReason: z.array(z.object({ because: z.enum(REASONS), count })),
    departments: departmentsView,
  }),
  atTheDoor: z.object({ requests: count, invited: count }),
  /** People who came because a member asked them, and how many came by an invitation or a wave at all. */
  wordOfMouth: z.object({ sent: count, came: count, of: count }),
  lastFlip: flipView.nullable(),
  /** While the letters of the last flip are held: until when it can be taken back. */
  hold: z.object({ flip: flipId, until: z.date() }).nullable(),
  twoAdmins: z.boolean(),
  /** An admin asked that one be enough again, and nobody else agreed yet. */
  secondOff: secondOffView.nullable(),
  plan: planView.nullable(),
  /** Core gates that held at the flip and fell since; see alarm.ts. */
  alarm: z.object({ gates: z.array(z.string()), raisedAt: z.date() }).nullable(),
  may: z.object({ flip: z.boolean() }),
});
export type RoomView = z.output<typeof roomView>;

export const invitationView = z.object({
  id: invitationId,
  person: personCard,
  address: z.string(),
  note: z.string(),
  invitedBy: z.string(),
  invitedAt: z.date(),
  sentAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
  state: z.enum(INVITATION_STATES),
  may: z.object({ revoke: z.boolean(), resend: z.boolean() }),
});
export type InvitationView = z.output<typeof invitationView>;

const asked = { needs: z.string(), brings: z.string(), helps: z.enum(HELPS), knows: z.string() };

/** Somebody at the door, as the hosts read it. */
export const requestView = z.object({
  id: requestId,
  person: personCard,
  ...asked,
  askedAt: z.date(),
  /** Members who would have them here; who is vouched for stands first. */
  vouchedBy: z.array(z.string()),
});
export type RequestView = z.output<typeof requestView>;

/** Somebody who wrote in an archive and has not come yet. */
export const seededAuthorView = personCard.extend({ words: count, lastAt: z.date() });
export type SeededAuthorView = z.output<typeof seededAuthorView>;

/** What somebody at the door is told: of the place, of their own request, and of who agreed to be seen. Nothing else. */
export const waitingView = z.object({
  stage: stageShape,
  since: z.date(),
  admitted: z.boolean(),
  suspended: z.boolean(),
  /** Invited, for a stage that has not come. */
  invited: z.boolean(),
  /** What is said of the stage in its first days. */
  announced: saidView.nullable(),
  request: z.object({ ...asked, askedAt: z.date(), before: count, vouchedBy: z.array(z.string()) }).nullable(),
  /** Members who agreed to be seen from here. */
  faces: z.array(faceView),
  /** Whether they hear by mail how things go on. */
  follows: z.boolean(),
  /** The latest letters to those who wait. */
  letters: z.array(doorLetterView),
});
export type WaitingView = z.output<typeof waitingView>;

/** Who answers whom, placed in the frame of graph-layout.ts. */
export const graphView = z.object({
  at: z.date(),
  from: z.date(),
  people: z.array(
    z.object({
      id: personId,
      displayName: z.string(),
      /** Their department, null where it is too small to stand alone. */
      group: z.string().nullable(),
      /** What they wrote. */
      written: count,
      /** With how many people they exchanged an answer, in either direction. */
      ties: count,
      x: z.number(),
      y: z.number(),
    }),
  ),
  /** People who took part and are left out of a picture that is full. */
  notDrawn: count,
  ties: z.array(z.object({ a: z.string(), b: z.string(), count })),
  groups: departmentsView,
});
export type GraphView = z.output<typeof graphView>;
