import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";
import { ROLE_SOURCES, role } from "./shape";

export const personSeeded = declareEvent(
  "person.seeded",
  "person",
  z.object({ via: z.enum(["invitation", "import", "demo"]) }),
  "Somebody became known before their first sign-in.",
);

export const profileEdited = declareEvent(
  "person.profile-edited",
  "person",
  z.object({ fields: z.array(z.string()) }),
  "A person changed their profile.",
);

export const roleGranted = declareEvent(
  "role.granted",
  "person",
  z.object({ role, source: z.enum(ROLE_SOURCES) }),
  "A person became host or admin.",
);

export const roleEnded = declareEvent(
  "role.ended",
  "person",
  z.object({ role, source: z.enum(ROLE_SOURCES) }),
  "A person is host or admin no longer.",
);

export const roleKept = declareEvent(
  "role.kept",
  "person",
  z.object({ role, source: z.enum(ROLE_SOURCES) }),
  "The directory gives a person a role no longer; they keep it, because there would be no admin, or no second one where every step needs two.",
);

export const personSuspended = declareEvent(
  "person.suspended",
  "person",
  z.object({ suspended: z.boolean(), until: z.iso.datetime().nullable().optional() }),
  "The place was closed to a person, or opened again: by an admin, a host for some days, or because the days are over.",
  (personId) => [touched("person", personId)],
);
