import { ideaMoved, ideaSuggested, ideaUnvoted, ideaVoted } from "@/feedback/events";
import { type Reaction, reaction } from "@/platform/events/reaction";
import { commentAdded } from "@/posts/events";
import { webhookSwitchedOff } from "./events";
import { tellAdmins } from "./off";
import { tellCommented, tellMoved, tellSuggested, tellVotes } from "./told";

/** What endpoints are told when something happened on a board, and admins when one is told no more. */
export const webhookReactions: readonly Reaction[] = [
  reaction("webhooks.suggested", ideaSuggested, tellSuggested),
  reaction("webhooks.moved", ideaMoved, tellMoved),
  reaction("webhooks.commented", commentAdded, tellCommented),
  reaction("webhooks.voted", ideaVoted, tellVotes),
  reaction("webhooks.unvoted", ideaUnvoted, tellVotes),
  reaction("webhooks.off", webhookSwitchedOff, tellAdmins),
];
