import { changelogReactions } from "@/feedback/changelog/reactions";
import { previewReactions } from "@/feedback/previews/reactions";
import { adviceReactions } from "@/launch/advice/reactions";
import { launchReactions } from "@/launch/reactions";
import { mailReactions } from "@/mail/reactions";
import { noticeReactions } from "@/notices/reactions";
import { webhookReactions } from "@/notices/webhooks/reactions";
import type { Reaction } from "@/platform/events/reaction";
import { spaceReactions } from "@/spaces/reactions";

/** Who reacts to what. The worker runs each once an event. */
export const reactions: readonly Reaction[] = [
  ...spaceReactions,
  ...previewReactions,
  ...changelogReactions,
  ...launchReactions,
  ...adviceReactions,
  ...mailReactions,
  ...noticeReactions,
  ...webhookReactions,
];
