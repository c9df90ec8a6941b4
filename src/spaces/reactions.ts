import { personSuspended } from "@/members/events";
import type { PersonId } from "@/members/shape";
import { type Reaction, reaction } from "@/platform/events/reaction";
import { recount } from "./actions/give-place";

export const spaceReactions: readonly Reaction[] = [
  reaction("spaces.recount-on-suspension", personSuspended, (tx, event) => recount(tx, event.subjectId as PersonId)),
];
