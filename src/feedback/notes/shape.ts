import { z } from "zod";
import { idOf } from "@/platform/ids";

export const NOTE_BODY_MAX = 4000;
export const ideaNoteId = idOf<"idea-note">();
export type IdeaNoteId = z.infer<typeof ideaNoteId>;
export const newNoteShape = z.object({ body: z.string().trim().min(1).max(NOTE_BODY_MAX) });
