import { z } from "zod";
import { personId } from "@/members/shape";
import { personCard } from "@/members/views";
import { MODERATION_VERBS, REPORT_REASONS, TAKEN, thingId } from "@/posts/moderation/shape";
import { CONVERSATION_KINDS, commentId, conversationId } from "@/posts/shape";

/** Words with where they stand. */
const thing = z.object({
  id: thingId,
  kind: z.enum(CONVERSATION_KINDS),
  conversationId,
  commentId: commentId.nullable(),
  title: z.string(),
  place: z.string(),
  author: personCard,
  writtenAt: z.date(),
});

/** What somebody is about to report. `reported` when they did. */
export const reportable = thing.extend({ excerpt: z.string(), reported: z.boolean(), looksAfter: z.boolean() });
export type Reportable = z.output<typeof reportable>;

/** Words that hosts look at, as a line of the desk. */
export const caseCard = thing.extend({
  excerpt: z.string(),
  openedAt: z.date(),
  settledAt: z.date().nullable(),
  reportCount: z.number().int(),
  /** Why they were reported, the most frequent reason first. */
  reasons: z.array(z.enum(REPORT_REASONS)),
  grave: z.boolean(),
  taken: z.enum(TAKEN).nullable(),
});
export type CaseCard = z.output<typeof caseCard>;

const voice = z.object({ id: personId, displayName: z.string() });

const actView = z.object({
  id: z.string(),
  verb: z.enum(MODERATION_VERBS),
  by: voice.nullable(),
  reason: z.string(),
  until: z.date().nullable(),
  at: z.date(),
});
export type ActView = z.output<typeof actView>;

/** Words that hosts look at, with all that they decide upon. */
export const caseView = thing.extend({
  bodyHtml: z.string(),
  taken: z.enum(TAKEN).nullable(),
  /** Whoever wrote it took it away themselves. */
  gone: z.boolean(),
  opened: z.boolean(),
  settled: z.boolean(),
  suspendedUntil: z.date().nullable(),
  reports: z.array(z.object({ by: voice, reason: z.enum(REPORT_REASONS), words: z.string(), at: z.date() })),
  acts: z.array(actView),
  may: z.object({
    hide: z.boolean(),
    remove: z.boolean(),
    restore: z.boolean(),
    dismiss: z.boolean(),
    suspend: z.boolean(),
    suspendDays: z.number().int(),
  }),
});
export type CaseView = z.output<typeof caseView>;

/** What hosts did about somebody's own words, as these read it: by the hosts, not by one of them. */
export const ownWord = z.object({
  id: z.string(),
  verb: z.enum(MODERATION_VERBS),
  reason: z.string(),
  until: z.date().nullable(),
  at: z.date(),
  thing: z.object({
    kind: z.enum(CONVERSATION_KINDS),
    conversationId,
    commentId: commentId.nullable(),
    /** Null where the conversation of somebody else is not open to them any more. */
    title: z.string().nullable(),
    bodyHtml: z.string(),
    taken: z.enum(TAKEN).nullable(),
  }),
});
export type OwnWord = z.output<typeof ownWord>;
