import { z } from "zod";
import { personCard } from "@/members/views";
import { conversationId } from "@/posts/shape";
import { ideaStatus } from "../shape";
import { creditRole, SHOWN_AS } from "./shape";

const named = z.object({ id: personCard.shape.id, displayName: z.string() });

/** Who shaped something in one way: by name, by initial and unit, and how many others. */
export const creditLine = z.object({
  role: creditRole,
  named: z.array(named.extend({ words: z.string() })),
  initials: z.array(z.object({ initial: z.string(), unit: z.string(), words: z.string() })),
  others: z.number().int(),
});
export type CreditLine = z.output<typeof creditLine>;

/** A credit as whoever it names sees it. */
export const ownCredit = z.object({
  idea: z.object({ id: conversationId, title: z.string(), status: ideaStatus }),
  role: creditRole,
  words: z.string(),
  shown: z.enum(SHOWN_AS).nullable(),
  withWords: z.boolean(),
  /** What a yes shows: the name, or the unit beside an initial. */
  name: z.string(),
  unit: z.string(),
  proposedAt: z.date(),
});
export type OwnCredit = z.output<typeof ownCredit>;

export const meantView = z.object({ meant: z.boolean(), words: z.string(), by: named, at: z.date() });
export type MeantView = z.output<typeof meantView>;

/** Everything about credits that the page of an idea shows. */
export const ideaCredits = z.object({
  lines: z.array(creditLine),
  own: z.array(ownCredit),
  meant: z.array(meantView),
  may: z.object({ propose: z.boolean(), sayMeant: z.boolean() }),
});
export type IdeaCredits = z.output<typeof ideaCredits>;

const candidate = named.extend({ department: z.string(), words: z.string() });

/** What hosts see: whom they proposed, and whom the idea's own history suggests. */
export const creditDesk = z.object({
  proposed: z.array(
    z.object({ role: creditRole, person: named, words: z.string(), shown: z.enum(SHOWN_AS).nullable() }),
  ),
  candidates: z.record(creditRole, z.array(candidate)),
});
export type CreditDesk = z.output<typeof creditDesk>;

/** What somebody shaped, as they let it be told. */
export const shapedView = z.object({
  idea: z.object({ id: conversationId, title: z.string(), status: ideaStatus }),
  role: creditRole,
  words: z.string(),
});
export type ShapedView = z.output<typeof shapedView>;

/** With whom a feature was imagined. */
export const imaginedView = z.object({
  idea: conversationId,
  names: z.array(named),
  others: z.number().int(),
});
export type ImaginedView = z.output<typeof imaginedView>;

/** Somebody on the wall of founders, with some of what they shaped. */
export const founderView = z.object({
  person: personCard,
  ideas: z.array(z.object({ id: conversationId, title: z.string() })),
});
export type FounderView = z.output<typeof founderView>;
