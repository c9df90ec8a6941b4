import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const waveSent = declareEvent(
  "wave.sent",
  "wave",
  z.object({ size: z.number().int() }),
  "People who waited were let in together, each expected by a host or in company.",
);

export const placesChanged = declareEvent(
  "wave.places-changed",
  "person",
  z.object({ places: z.number().int() }),
  "A host said how many newcomers they can expect.",
);

export const wavesPaused = declareEvent(
  "wave.paused",
  "wave-rule",
  z.object({}),
  "Waves stopped by themselves: newcomers went unanswered.",
);

export const wavesResumed = declareEvent(
  "wave.resumed",
  "wave-rule",
  z.object({}),
  "Newcomers are answered again, and waves may go on.",
);

export const pauseLifted = declareEvent(
  "wave.pause-lifted",
  "wave-rule",
  z.object({ reason: z.string() }),
  "An admin lets waves go on although newcomers go unanswered, with a reason.",
);

export const paceSet = declareEvent(
  "wave.pace-set",
  "wave-rule",
  z.object({ perDay: z.number().int().nullable() }),
  "An admin said how many newcomers a day come at most, or left it to what the hosts answer.",
);

export const expected = declareEvent(
  "wave.expected",
  "person",
  z.object({ expects: z.boolean() }),
  "A host said that they will expect somebody who waits, or no longer.",
);

export const hostsAsked = declareEvent(
  "wave.hosts-asked",
  "wave-rule",
  z.object({ hostIds: z.array(z.uuid()) }),
  "The hosts of the next wave were asked whether they expect the people whom they would get.",
);
