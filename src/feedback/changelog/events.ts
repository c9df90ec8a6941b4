import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { conversationId } from "@/posts/shape";

export const entryWritten = declareEvent(
  "changelog.written",
  "changelog",
  z.object({ published: z.boolean() }),
  "A host wrote an entry of the changelog, or changed it.",
);
export const entryScheduled = declareEvent(
  "changelog.scheduled",
  "changelog",
  z.object({ at: z.iso.datetime() }),
  "A host said when an entry of the changelog is to be there.",
);
export const entryPublished = declareEvent(
  "changelog.published",
  "changelog",
  z.object({ ideaIds: z.array(conversationId) }),
  "An entry of the changelog is there, and those who asked for it are told.",
);
export const entryTakenBack = declareEvent(
  "changelog.taken-back",
  "changelog",
  z.object({ gone: z.boolean() }),
  "A host made an entry of the changelog a draft again, or threw it away.",
);
