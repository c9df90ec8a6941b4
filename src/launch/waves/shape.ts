import { z } from "zod";
import { dayShape } from "@/platform/day";
import { idOf } from "@/platform/ids";

export const waveId = idOf<"wave">();

/** So many come at once at most. */
export const WAVE_MAX = 50;

/** What a host has who said nothing else: so many people to expect, each for so many days. */
export const PLACES_DEFAULT = 5;
export const PLACE_DAYS = 14;
export const PLACES_MAX = 20;

export const TOPICS_MAX = 300;
export const PACE_MAX = 50;
export const REASON_MAX = 1000;

const size = z.coerce.number().int().min(1).max(WAVE_MAX);

/** How many would come; without a number, as many as today has room for. */
export const deskShape = z.object({ size: size.optional().catch(undefined) });

/** `plan` is the wave as it was looked at: who comes and who expects them. */
export const sendWaveShape = z.object({
  size,
  plan: z.string().max(WAVE_MAX * 80),
  note: z.string().trim().max(1000).default(""),
});
export type SendWaveInput = z.output<typeof sendWaveShape>;

/** What a host says of the newcomers that they can expect. A day left empty is none. */
export const placesShape = z.object({
  places: z.coerce.number().int().min(0).max(PLACES_MAX),
  topics: z.string().trim().max(TOPICS_MAX).default(""),
  awayUntil: z.union([z.literal("").transform(() => null), dayShape]).default(null),
});
export type PlacesInput = z.output<typeof placesShape>;

export const liftShape = z.object({ reason: z.string().trim().min(1).max(REASON_MAX) });

/** A number of newcomers a day, or nothing: then what the hosts answered decides. */
export const paceShape = z.object({
  perDay: z.union([z.literal("").transform(() => null), z.coerce.number().int().min(1).max(PACE_MAX)]).default(null),
});
