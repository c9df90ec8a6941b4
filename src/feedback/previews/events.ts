import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";
import { featureKey } from "@/stages/features/shape";
import { PREVIEW_AUDIENCES } from "./shape";

const itself = (id: string) => [touched("conversation", id)];
const forWhom = { audience: z.enum(PREVIEW_AUDIENCES), name: z.string() };

export const previewTied = declareEvent(
  "preview.tied",
  "idea",
  z.object({ feature: featureKey }),
  "A host said which feature an idea is a preview of.",
  itself,
);
export const previewVolunteered = declareEvent(
  "preview.volunteered",
  "idea",
  z.object({}),
  "Somebody said that they would try what an idea asks for.",
  itself,
);
export const previewStarted = declareEvent(
  "preview.started",
  "idea",
  z.object(forWhom),
  "A host began a preview, for those who would try it and perhaps a cohort.",
  itself,
);
export const previewWidened = declareEvent(
  "preview.widened",
  "idea",
  z.object(forWhom),
  "A host opened a preview to more people.",
  itself,
);
export const previewWithdrawn = declareEvent(
  "preview.withdrawn",
  "idea",
  z.object({ had: z.number().int() }),
  "A host took a preview back from those who had it.",
  itself,
);
export const previewNeeded = declareEvent(
  "preview.needed-set",
  "preview",
  z.object({ needed: z.number().int() }),
  "An admin said how many people have to be ready before a preview begins.",
);
