import { z } from "zod";
import { timeZone } from "@/members/shape";
import { ticked } from "@/platform/boxes";
import { DAY, HOUR } from "@/platform/durations";
import { momentsOf } from "@/platform/wall-time";

export const OPTIONS_MIN = 2;
export const OPTIONS_MAX = 10;
export const OPTION_MAX = 120;
export const PLACE_MAX = 200;
export const LINK_MAX = 500;
/** Longer than this, something is not one event. */
const EVENT_DAYS_MAX = 31;

/** What a poll asks, beside the title and the text of its post. */
export type NewPoll = {
  readonly options: readonly string[];
  readonly several: boolean;
  readonly named: boolean;
  readonly closesAt: Date | null;
};

/** When and where something takes place. */
export type NewEvent = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly place: string;
  readonly link: string;
};

/** A day and a minute as a form has them, without a time zone. */
const filledTime = z.union([z.literal(""), z.iso.datetime({ local: true, precision: -1 })]);
const wallTime = filledTime.default("");

const address = z
  .string()
  .trim()
  .max(LINK_MAX)
  .refine((text) => text === "" || isWebAddress(text), { error: "field.url" });

/** When and where, as the form of an event has it. */
export const eventFields = z.object({
  starts: wallTime,
  ends: wallTime,
  zone: timeZone.optional(),
  /** Not `place`: the form's draft says by that where it is written. */
  where: z.string().trim().max(PLACE_MAX).default(""),
  link: address.default(""),
});

/** The same of an event that stands: without a start it stays as it is, with an empty one it is refused. */
export const editEventFields = eventFields.extend({ starts: filledTime.optional() });

/** The fields that kinds of posts bring to the form of a new one. What the chosen kind does not ask for is ignored. */
export const kindFields = z.object({
  options: z.string().max(4_000).default(""),
  several: ticked,
  named: ticked,
  closes: wallTime,
  asksSeen: ticked,
  ...eventFields.shape,
});
type KindFields = z.output<typeof kindFields>;
type PollFields = Pick<KindFields, "options" | "several" | "named" | "closes">;
export type EventFields = z.output<typeof eventFields>;

/** What is wrong with a field: its name, and a sentence of the catalogue. */
type FieldProblem = { readonly field: keyof KindFields; readonly error: string };
export type Asked<T> = { readonly value: T } | { readonly problems: readonly FieldProblem[] };

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** When the clocks of a zone show a time such as `2026-11-30T14:00`, first of all; undefined for one that they skip. */
function momentOf(wall: string, zone: string): Date | undefined {
  const [day = "", time = ""] = wall.split("T");
  return momentsOf({ day, time }, zone)[0];
}

function skipped(field: FieldProblem["field"]): FieldProblem {
  return { field, error: "planSkippedShort" };
}

/** The lines of a text, without empty ones. */
function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Reads the fields of a poll: two to ten different answers, one a line, and a day that is still to come. */
export function pollOf(fields: PollFields, zone: string, present: Date): Asked<NewPoll> {
  const options = linesOf(fields.options);
  const problems: FieldProblem[] = [];
  if (options.length < OPTIONS_MIN) problems.push({ field: "options", error: "field.optionsFew" });
  else if (options.length > OPTIONS_MAX) problems.push({ field: "options", error: "field.optionsMany" });
  else if (options.some((one) => one.length > OPTION_MAX))
    problems.push({ field: "options", error: "field.optionLong" });
  else if (new Set(options.map((one) => one.toLowerCase())).size < options.length)
    problems.push({ field: "options", error: "field.optionTwice" });
  const closesAt = fields.closes === "" ? null : momentOf(fields.closes, zone);
  if (closesAt === undefined) return { problems: [...problems, skipped("closes")] };
  if (closesAt !== null && closesAt <= present) problems.push({ field: "closes", error: "field.momentPassed" });
  if (problems.length > 0) return { problems };
  return { value: { options, several: fields.several, named: fields.named, closesAt } };
}

/** Reads the fields of an event: a start, and an end after it. */
export function eventOf(fields: EventFields, zone: string): Asked<NewEvent> {
  if (fields.starts === "") return { problems: [{ field: "starts", error: "field.missing" }] };
  const startsAt = momentOf(fields.starts, zone);
  if (startsAt === undefined) return { problems: [skipped("starts")] };
  const endsAt = fields.ends === "" ? new Date(startsAt.getTime() + HOUR) : momentOf(fields.ends, zone);
  if (endsAt === undefined) return { problems: [skipped("ends")] };
  if (endsAt <= startsAt) return { problems: [{ field: "ends", error: "field.endsBefore" }] };
  if (endsAt.getTime() - startsAt.getTime() > EVENT_DAYS_MAX * DAY)
    return { problems: [{ field: "ends", error: "field.eventLong" }] };
  return { value: { startsAt, endsAt, timeZone: zone, place: fields.where, link: fields.link } };
}
