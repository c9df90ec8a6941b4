import { z } from "zod";
import { personId } from "@/members/shape";
import { waveId } from "./shape";

const count = z.number().int().min(0);
const named = z.object({ id: personId, displayName: z.string() });
const BECAUSE = ["vouched", "hole", "turn"] as const;

/** One newcomer as they would come: why now, with whom, and who would expect them. */
const planned = named.extend({
  department: z.string(),
  site: z.string(),
  askedAt: z.date(),
  because: z.enum(BECAUSE),
  vouchedBy: z.array(z.string()),
  company: z.enum(["acquaintances", "colleague", "host", "nobody"]),
  /** How many insiders they know. */
  knows: count,
  colleague: named.nullable(),
  host: named.nullable(),
  /** Whether that host said yes to this person, and whether the viewer did. */
  signed: z.boolean(),
  mine: z.boolean(),
});

/** Who would come in the next wave, and whether it may go. */
export const deskView = z.object({
  waiting: count,
  size: count,
  wave: z.array(planned),
  /** The wave in one word: what is sent must be what was looked at. */
  plan: z.string(),
  alone: count,
  /** How many hosts have not said yes yet to somebody whom they would expect. */
  unsigned: count,
  pace: z.object({ perDay: count, set: z.boolean(), answered: count, today: count, left: count }),
  pause: z
    .object({
      since: z.date(),
      sentence: z.object({ en: z.string(), fr: z.string() }),
      lifted: z.object({ by: z.string().nullable(), reason: z.string() }).nullable(),
    })
    .nullable(),
  hosts: z.array(named.extend({ free: count, places: count, away: z.boolean(), topics: z.array(z.string()) })),
  /** What the host who asks said of the newcomers that they can expect. */
  own: z.object({ places: count, topics: z.string(), awayUntil: z.iso.date().nullable() }),
  may: z.object({ send: z.boolean(), steer: z.boolean() }),
});
export type DeskView = z.output<typeof deskView>;
export type PlannedView = DeskView["wave"][number];

/** A wave that went, with what became of it. */
export const waveView = z.object({
  id: waveId,
  sentBy: z.string().nullable(),
  sentAt: z.date(),
  members: z.array(
    named.extend({
      because: z.enum(BECAUSE),
      host: z.string().nullable(),
      came: z.boolean(),
      /** Who answered their words first, for all to read; null where nobody did or nothing was asked. */
      answeredBy: z.string().nullable(),
    }),
  ),
});
export type WaveView = z.output<typeof waveView>;
