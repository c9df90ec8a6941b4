import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { ADMISSION_KINDS, audienceShape, stageShape } from "./shape";

export const stageFlipped = declareEvent(
  "stage.flipped",
  "flip",
  z.object({ from: stageShape, to: stageShape, version: z.number().int() }),
  "An admin opened the next stage, or went back to an earlier one.",
);

export const flipUndone = declareEvent(
  "stage.flip-undone",
  "flip",
  z.object({
    from: stageShape,
    to: stageShape,
    version: z.number().int(),
    /** Whom the pilot admits again, where that had been changed after the flip. */
    audience: audienceShape.optional(),
  }),
  "An admin took a flip back while its letters waited, as if it had not happened.",
);

export const audienceChanged = declareEvent(
  "stage.audience-changed",
  "launch",
  audienceShape.extend({
    gained: z.number().int(),
    lost: z.number().int(),
    /** Whom it admitted until then, and the version that the launch has since. Not told by changes of long ago. */
    before: audienceShape.optional(),
    version: z.number().int().optional(),
  }),
  "An admin said which departments, sites and groups the pilot admits.",
);

export const personAdmitted = declareEvent(
  "admission.granted",
  "person",
  z.object({ admissionId: z.uuid(), kind: z.enum(ADMISSION_KINDS) }),
  "Somebody was invited, or given a place in a wave.",
);

export const admissionRevoked = declareEvent(
  "admission.revoked",
  "person",
  z.object({ admissionId: z.uuid() }),
  "An invitation was taken back.",
);
