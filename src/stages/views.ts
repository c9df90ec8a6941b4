import { z } from "zod";
import { stageShape } from "./shape";

const name = z.string();

/** Why a person is inside, or why not yet, as the browser is told. */
export const standingView = z.discriminatedUnion("because", [
  z.object({ admitted: z.literal(true), because: z.literal("host") }),
  z.object({ admitted: z.literal(true), because: z.literal("admin") }),
  z.object({ admitted: z.literal(true), because: z.literal("everyone") }),
  z.object({ admitted: z.literal(true), because: z.literal("host-invitation"), by: name.nullable() }),
  z.object({ admitted: z.literal(true), because: z.literal("member-invitation"), by: name.nullable() }),
  z.object({ admitted: z.literal(true), because: z.literal("wave"), by: name.nullable() }),
  z.object({ admitted: z.literal(true), because: z.literal("kept"), by: name.nullable() }),
  z.object({ admitted: z.literal(true), because: z.literal("department"), name }),
  z.object({ admitted: z.literal(true), because: z.literal("site"), name }),
  z.object({ admitted: z.literal(true), because: z.literal("group"), name }),
  z.object({ admitted: z.literal(false), because: z.literal("stage") }),
  z.object({ admitted: z.literal(false), because: z.literal("suspended") }),
]);
export type StandingView = z.output<typeof standingView>;

/** Everything that somebody can be inside for, in the order in which the sentence is chosen. */
export const REASONS = [
  "admin",
  "host",
  "host-invitation",
  "member-invitation",
  "wave",
  "kept",
  "department",
  "site",
  "group",
  "everyone",
] as const satisfies readonly Extract<StandingView, { admitted: true }>["because"][];
export type Reason = (typeof REASONS)[number];

/** Where the launch stands and where the asking person stands in it. */
export const myStandingView = z.object({ stage: stageShape, since: z.date(), standing: standingView });
