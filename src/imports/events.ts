import { z } from "zod";
import { boardId } from "@/feedback/shape";
import { declareEvent } from "@/platform/events/event";
import { spaceId } from "@/spaces/shape";

const counts = { spaceId, threads: z.number().int(), comments: z.number().int(), people: z.number().int() };

export const importFinished = declareEvent(
  "import.finished",
  "import-run",
  z.object(counts),
  "An archive was read into a space; its mails tell nobody by themselves.",
);
export const importUndone = declareEvent(
  "import.undone",
  "import-run",
  z.object(counts),
  "What a run had brought was taken away again.",
);

const ideaCounts = { boardId, ideas: z.number().int(), people: z.number().int() };

export const ideasRead = declareEvent(
  "import.ideas-read",
  "import-run",
  z.object(ideaCounts),
  "A table of ideas was read into a board; its ideas tell nobody by themselves.",
);
export const ideasUndone = declareEvent(
  "import.ideas-undone",
  "import-run",
  z.object(ideaCounts),
  "The ideas that a run had brought were taken away again.",
);
