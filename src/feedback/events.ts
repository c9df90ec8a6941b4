import { z } from "zod";
import { personId } from "@/members/shape";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";
import { conversationId } from "@/posts/shape";
import { BOARD_AUDIENCES } from "./board-shape";
import { PROMISE_REMINDERS } from "./promised/shape";
import { boardId, ideaStatus, NEEDS } from "./shape";

/** An idea itself, for those who have it open. */
const itself = (id: string) => [touched("conversation", id)];

export const boardOpened = declareEvent(
  "board.opened",
  "board",
  z.object({ audience: z.enum(BOARD_AUDIENCES) }),
  "A host made a board for ideas.",
);
export const boardEdited = declareEvent("board.edited", "board", z.object({}), "A host changed a board.");
export const boardArchived = declareEvent(
  "board.archived",
  "board",
  z.object({ archived: z.boolean() }),
  "A board was archived, or taken out of the archive.",
);
export const ideaSuggested = declareEvent(
  "idea.suggested",
  "idea",
  z.object({ boardId, authorId: personId, recorded: z.boolean() }),
  "Somebody suggested an idea, or a host wrote down theirs.",
);
export const ideaEdited = declareEvent("idea.edited", "idea", z.object({}), "An author changed an idea.", itself);
export const ideaRemoved = declareEvent(
  "idea.removed",
  "idea",
  z.object({ boardId }),
  "An idea was taken away.",
  itself,
);
export const ideaWithdrawn = declareEvent(
  "idea.withdrawn",
  "idea",
  z.object({ boardId }),
  "Whoever wrote an idea down took it back within the minute, as if it had not been suggested.",
  itself,
);
export const ideaSorted = declareEvent(
  "idea.sorted",
  "idea",
  z.object({}),
  "A host said of which category an idea is, and gave it tags.",
  itself,
);
export const ideaVoted = declareEvent(
  "idea.voted",
  "idea",
  z.object({ need: z.enum(NEEDS), changed: z.boolean() }),
  "Somebody voted for an idea, or changed their vote.",
  itself,
);
export const ideaUnvoted = declareEvent("idea.unvoted", "idea", z.object({}), "Somebody took a vote back.", itself);
export const ideaMoved = declareEvent(
  "idea.moved",
  "idea",
  z.object({ from: ideaStatus, to: ideaStatus, promisedFor: z.iso.date().nullable() }),
  "The team answered an idea, and said where it stands.",
  itself,
);
export const ideaMerged = declareEvent(
  "idea.merged",
  "idea",
  z.object({ into: conversationId }),
  "A host joined an idea with another one that asks for the same.",
  (id, { into }) => [touched("conversation", id), touched("conversation", into)],
);
export const ideaUnmerged = declareEvent(
  "idea.unmerged",
  "idea",
  z.object({ from: conversationId }),
  "A host let a merged idea stand alone again.",
  (id, { from }) => [touched("conversation", id), touched("conversation", from)],
);
export const ideasKeptApart = declareEvent(
  "idea.kept-apart",
  "idea",
  z.object({ other: conversationId }),
  "A host looked at two similar ideas and found them to be different.",
);
export const ideaTransferred = declareEvent(
  "idea.transferred",
  "idea",
  z.object({ from: boardId, to: boardId }),
  "A host moved an idea to another board.",
  itself,
);
export const ideaLocked = declareEvent(
  "idea.locked",
  "idea",
  z.object({ locked: z.boolean() }),
  "A host closed the comments on an idea, or opened them again.",
  itself,
);
export const ideaNoted = declareEvent(
  "idea.noted",
  "idea",
  z.object({}),
  "Hosts said something to one another about an idea.",
);
export const ideaNoteRemoved = declareEvent(
  "idea.note-removed",
  "idea",
  z.object({}),
  "A host took a note among hosts away.",
);
export const ideaWeighed = declareEvent(
  "idea.weighed",
  "idea",
  z.object({}),
  "A host noted what an idea would take and bring.",
);
export const roadmapOrdered = declareEvent(
  "idea.placed",
  "idea",
  z.object({ status: ideaStatus }),
  "A host gave an idea its place in a column of the roadmap.",
);

export const promiseFallsDue = declareEvent(
  "idea.promise-due",
  "idea",
  z.object({ personId: z.uuid(), kind: z.enum(PROMISE_REMINDERS) }),
  "A promised day is near, or has passed; whoever promised it is reminded.",
);
