import { z } from "zod";
import { personCard } from "@/members/views";
import { ideaNoteId } from "./shape";

/** What a host said to the others about an idea. */
export const noteView = z.object({ id: ideaNoteId, bodyHtml: z.string(), by: personCard, at: z.date() });
export type NoteView = z.output<typeof noteView>;
