import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";
import { commentId, conversationId } from "../shape";
import { REACTION_KINDS } from "./shape";

/** `commentId` is null for what opened the conversation. Whoever reacts to these looks whether the sign still stands. */
const sign = z.object({ conversationId, commentId: commentId.nullable(), kind: z.enum(REACTION_KINDS) });

/** The conversation that the sign stands in. */
const itsTalk = (_id: string, payload: { conversationId: string }) => [touched("conversation", payload.conversationId)];

export const reactionAdded = declareEvent(
  "reaction.added",
  "reaction",
  sign,
  "Somebody reacted with a kind sign.",
  itsTalk,
);
export const reactionRemoved = declareEvent(
  "reaction.removed",
  "reaction",
  sign,
  "Somebody took a kind sign back.",
  itsTalk,
);
