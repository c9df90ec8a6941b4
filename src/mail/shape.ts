import { idOf } from "@/platform/ids";

export const letterId = idOf<"letter">();

/** What letters Levain writes. */
export const LETTER_KINDS = [
  "invitation",
  "stage-opened",
  "stage-closed",
  "stage-moved",
  "door-letter",
  "asked-to-join",
  "plan-proposed",
  "plan-closed",
  "second-admin-off",
  "notice",
  "digest",
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Letters that carry what people wrote: whom they are for reads them, and nobody else, admins not excepted. */
export const PRIVATE_KINDS: readonly string[] = ["notice", "digest"] satisfies LetterKind[];

/** What mail programs are told beside the words. Identifiers are whole, with their angle brackets. */
export type LetterHeaders = {
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** The space that the mail comes from. */
  readonly list?: { readonly id: string; readonly name: string };
  readonly replyTo?: string;
  /** Whose words they are; the address stays ours. */
  readonly fromName?: string;
  /** Where a mail program posts to end such mails. */
  readonly unsubscribe?: string;
};

/**
 * `kept`: written, and not sent because no mail server is configured. `dropped`: what it tells is true no more; `problem`
 * then says which of `DROPPED` happened.
 */
export const LETTER_STATES = ["waiting", "sent", "kept", "failed", "dropped"] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/**
 * Why a letter was dropped before it left: its flip was taken back, its person's entry changed once more, or it was taken
 * down from the door.
 */
export const DROPPED = ["undone", "changed", "taken-down"] as const;
export type Dropped = (typeof DROPPED)[number];

/** How often a letter is tried before it counts as failed: the first time and ten more (see platform/jobs/queues.ts). */
export const ATTEMPTS_MAX = 11;
