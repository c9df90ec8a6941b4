import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import { DAY, HOUR } from "@/platform/durations";

/** A person is new for so many days after their first sign-in, and until they have written so often. */
const NEW_DAYS = 3;
export const NEW_UNTIL_WRITTEN = 3;

/** What somebody new may do: enough for whoever has something to say, too little for whoever came to shout. */
export const NEWCOMER = { conversationsADay: 3, commentsADay: 20, links: 3, mentions: 5 } as const;

export type NewcomerFacts = {
  readonly isTeam: boolean;
  /** Their first sign-in; null for whoever takes part by mail and never came. */
  readonly firstSignIn: Date | null;
  /** How often they have written, counted up to `NEW_UNTIL_WRITTEN`. */
  readonly written: number;
  /** When they wrote the oldest of as many as a day allows, if they wrote as many within a day. */
  readonly fullSince: { readonly conversation: Date | null; readonly comment: Date | null };
};

/** What is about to be written; an edit counts as no new contribution. */
export type Writing = { readonly as: "conversation" | "comment" | "edit"; readonly body: string };

function isNew({ isTeam, firstSignIn, written }: NewcomerFacts, at: Date): boolean {
  if (isTeam) return false;
  const isYoung = firstSignIn !== null && at.getTime() - firstSignIn.getTime() < NEW_DAYS * DAY;
  return isYoung || written < NEW_UNTIL_WRITTEN;
}

/** How many addresses of elsewhere a text has; what stands in code is read and not followed, but is an address all the same. */
export function linksIn(body: string): number {
  return body.match(/\bhttps?:\/\/|\bwww\./gi)?.length ?? 0;
}

/** How many people a text names, each once. */
export function mentionsIn(body: string): number {
  return new Set(body.match(/\/people\/[0-9a-f-]{36}/gi)?.map((one) => one.toLowerCase())).size;
}

/** Whether somebody may write this now: all but newcomers always, and newcomers within measure, told when it ends. */
export function canWriteAsNewcomer(facts: NewcomerFacts, writing: Writing, at: Date): Decision {
  if (!isNew(facts, at)) return ALLOW;
  const links = linksIn(writing.body);
  if (links > NEWCOMER.links) return deny("not-allowed", "newLinks", { max: NEWCOMER.links, count: links });
  const mentions = mentionsIn(writing.body);
  if (mentions > NEWCOMER.mentions)
    return deny("not-allowed", "newMentions", { max: NEWCOMER.mentions, count: mentions });
  if (writing.as === "edit") return ALLOW;
  const since = facts.fullSince[writing.as];
  const wait = since === null ? 0 : since.getTime() + DAY - at.getTime();
  if (wait <= 0) return ALLOW;
  const hours = Math.ceil(wait / HOUR);
  return writing.as === "conversation"
    ? deny("too-many", "newConversations", { max: NEWCOMER.conversationsADay, hours })
    : deny("too-many", "newComments", { max: NEWCOMER.commentsADay, hours });
}
