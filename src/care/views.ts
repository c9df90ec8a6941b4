import { z } from "zod";
import { shapedView } from "@/feedback/credits/views";
import { personId } from "@/members/shape";
import { REACTION_KINDS } from "@/posts/marks/shape";
import { commentId, conversationId } from "@/posts/shape";
import { askId, askState, offerId } from "./offers/shape";
import { thanksId, thanksState } from "./thanks/shape";

const moment = z.coerce.date();
const somebody = z.object({ id: personId, displayName: z.string() });

/** An ask for an offer, as the two whom it concerns read it. */
const askView = z.object({ id: askId, by: somebody, words: z.string(), state: askState, askedAt: moment });
export type AskView = z.output<typeof askView>;

const offerView = z.object({
  id: offerId,
  words: z.string(),
  open: z.boolean(),
  /** For its owner everybody who asked, for others their own asks; the newest first. */
  asks: z.array(askView),
});
export type OfferView = z.output<typeof offerView>;

const thanksView = z.object({
  id: thanksId,
  by: somebody,
  words: z.string(),
  state: thanksState,
  givenAt: moment,
  /** What it is about, where the viewer reads that. */
  about: z.object({ post: conversationId, comment: commentId.nullable(), title: z.string() }).nullable(),
});
export type ThanksView = z.output<typeof thanksView>;

/** What stands on a profile of helping and thanking. */
export const besideView = z.object({
  offers: z.array(offerView),
  thanks: z.array(thanksView),
  /** What they helped to shape, as they let it be told. */
  shaped: z.array(shapedView),
  may: z.object({ keep: z.boolean(), offerMore: z.boolean() }),
});
export type BesideView = z.output<typeof besideView>;

const DEED_KINDS = [
  "post",
  "comment",
  "idea",
  "vote",
  "reaction",
  "saved",
  "following",
  "offer",
  "ask",
  "thanks",
] as const;

/** One thing that a person did, as they alone read it. */
export const deedView = z.object({
  kind: z.enum(DEED_KINDS),
  id: z.uuid(),
  at: moment,
  /** What it was done to, or in which words. */
  text: z.string(),
  /** Where it stands: a conversation, or a person. */
  conversation: conversationId.nullable(),
  comment: commentId.nullable(),
  person: somebody.nullable(),
  onIdea: z.boolean(),
  /** Which kind sign, for a reaction. */
  sign: z.enum(REACTION_KINDS).nullable(),
});
export type DeedView = z.output<typeof deedView>;
