import { z } from "zod";
import { localeShape } from "@/members/shape";
import { doorLetterId } from "./shape";

/** A member who agreed to be seen from the door. */
export const faceView = z.object({ displayName: z.string(), words: z.string(), photo: z.string().nullable() });

/** A letter as those who wait read it. */
export const doorLetterView = z.object({
  id: doorLetterId,
  title: z.string(),
  bodyHtml: z.string(),
  language: localeShape,
  by: z.string().nullable(),
  at: z.date(),
});
export type DoorLetterView = z.output<typeof doorLetterView>;

/** The same for the hosts, who may change it. */
export const ownDoorLetterView = doorLetterView.extend({ body: z.string(), editedAt: z.date().nullable() });
export type OwnDoorLetterView = z.output<typeof ownDoorLetterView>;
