import { idOf } from "@/platform/ids";

export const letterId = idOf<"letter">();

/** What letters Levain writes. */
export const LETTER_KINDS = ["invitation", "stage-opened", "asked-to-join"] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** `kept`: written, and not sent because no mail server is configured. */
export const LETTER_STATES = ["waiting", "sent", "kept", "failed"] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** How often a letter is tried before it counts as failed: the first time and ten more (see platform/jobs/queues.ts). */
export const ATTEMPTS_MAX = 11;
