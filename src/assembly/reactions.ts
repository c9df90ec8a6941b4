import { adviceReactions } from "@/launch/advice/reactions";
import { launchReactions } from "@/launch/reactions";
import { mailReactions } from "@/mail/reactions";
import { noticeReactions } from "@/notices/reactions";
import type { Reaction } from "@/platform/events/reaction";

/** Who reacts to what. The worker runs each once an event. */
export const reactions: readonly Reaction[] = [
  ...launchReactions,
  ...adviceReactions,
  ...mailReactions,
  ...noticeReactions,
];
