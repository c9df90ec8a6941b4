import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";
import { stageShape } from "@/stages/shape";
import { ADOPTION_ANSWERS } from "./adoption/shape";
import { GROUP_KINDS, REQUEST_ANSWERS, SPACE_ROLES, VISIBILITIES } from "./shape";

export const spaceOpened = declareEvent(
  "space.opened",
  "space",
  z.object({ visibility: z.enum(VISIBILITIES) }),
  "A host made a new space.",
);
export const spaceEdited = declareEvent("space.edited", "space", z.object({}), "An owner changed a space.");
export const spaceArchived = declareEvent(
  "space.archived",
  "space",
  z.object({ archived: z.boolean() }),
  "A space was archived, or taken out of the archive.",
);
export const placeTaken = declareEvent(
  "space.place-taken",
  "space",
  z.object({ personId: z.uuid(), role: z.enum(SPACE_ROLES) }),
  "Somebody joined a space or was given a place in it.",
  (_id, { personId }) => [touched("person", personId)],
);
export const placeLeft = declareEvent(
  "space.place-left",
  "space",
  z.object({ personId: z.uuid() }),
  "Somebody left a space or lost their place in it.",
  (_id, { personId }) => [touched("person", personId)],
);
export const placeAsked = declareEvent(
  "space.place-asked",
  "space",
  z.object({ personId: z.uuid(), requestId: z.uuid() }),
  "Somebody asked for a place in a space.",
  (id) => [touched("space", id)],
);
export const placeAnswered = declareEvent(
  "space.place-answered",
  "space",
  z.object({ personId: z.uuid(), requestId: z.uuid(), answer: z.enum(REQUEST_ANSWERS) }),
  "A wish for a place was accepted, declined or taken back.",
  (_id, { personId }) => [touched("person", personId)],
);
export const spaceSteered = declareEvent(
  "space.steered",
  "space",
  z.object({ kind: z.enum(GROUP_KINDS), name: z.string(), added: z.boolean() }),
  "A group, department or site began to bring its people into a space, or does so no longer.",
);
export const adoptionAsked = declareEvent(
  "space.adoption-asked",
  "space",
  z.object({ adoptionId: z.uuid(), personId: z.uuid() }),
  "A host asked somebody to look after a space.",
  (_id, { personId }) => [touched("person", personId)],
);
export const adoptionAnswered = declareEvent(
  "space.adoption-answered",
  "space",
  z.object({ adoptionId: z.uuid(), answer: z.enum(ADOPTION_ANSWERS), askedBy: z.uuid().nullable() }),
  "Somebody said whether they will look after a space.",
);
export const keptClosed = declareEvent(
  "space.kept-closed",
  "space",
  z.object({ until: stageShape }),
  "A space that newcomers would have found empty opens at a later stage.",
);
