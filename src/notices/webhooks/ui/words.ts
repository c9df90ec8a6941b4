import type { WordKey } from "@/i18n/words";
import { type HookEvent, TEST_EVENT } from "../shape";

/** What each kind of message is called. */
export const HOOK_WORDS: Readonly<Record<HookEvent | typeof TEST_EVENT, WordKey>> = {
  "idea.suggested": "webhooks.event.suggested",
  "idea.moved": "webhooks.event.moved",
  "idea.shipped": "webhooks.event.shipped",
  "idea.commented": "webhooks.event.commented",
  "idea.votes": "webhooks.event.votes",
  [TEST_EVENT]: "webhooks.event.test",
};
