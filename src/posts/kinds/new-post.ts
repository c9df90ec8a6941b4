import type { z } from "zod";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import type { NewPost } from "../actions/publish-post";
import type { newPostShape } from "../shape";
import {
  type Asked,
  type EventFields,
  type editEventFields,
  eventOf,
  type kindFields,
  type NewEvent,
  pollOf,
} from "./shape";

type PostFields = z.output<typeof newPostShape> & z.output<typeof kindFields>;

/** What a reader's clock shows: their own choice, or the one that their page sent. */
function zoneOf(viewer: Viewer, fields: { zone?: string | undefined }): string {
  return fields.zone ?? viewer.timeZone ?? "UTC";
}

function read<T>(asked: Asked<T>): T {
  if ("value" in asked) return asked.value;
  const fields = Object.fromEntries(asked.problems.map(({ field, error }) => [field, [error]]));
  throw new Refusal("invalid", "invalid", {}, fields);
}

/**
 * Reads the form of a new post: of all its fields those that its kind asks for.
 * @throws Refusal `invalid` with what is wrong beside each field
 */
export function postFrom(fields: PostFields, viewer: Viewer): NewPost {
  const { kind, ...said } = fields;
  const words = { kind, title: said.title, body: said.body, files: said.files, language: said.language };
  if (kind === "poll") return { ...words, poll: read(pollOf(fields, zoneOf(viewer, fields), now())) };
  if (kind === "event") return { ...words, event: eventFrom(fields, viewer) };
  demandBody(kind, fields.body);
  return { ...words, asksSeen: kind === "announcement" && fields.asksSeen };
}

/** The plan of an event, as its form says it. */
function eventFrom(fields: EventFields, viewer: Viewer): NewEvent {
  return read(eventOf(fields, zoneOf(viewer, fields)));
}

/** What an edit makes of the plan of an event; undefined when it leaves it alone. */
export function changedEventFrom(fields: z.output<typeof editEventFields>, viewer: Viewer): NewEvent | undefined {
  return fields.starts === undefined ? undefined : eventFrom({ ...fields, starts: fields.starts }, viewer);
}

/** A poll and an event say enough by their fields; everything else says something in words. */
export function demandBody(kind: NewPost["kind"], body: string): void {
  if (body === "" && kind !== "poll" && kind !== "event")
    throw new Refusal("invalid", "invalid", {}, { body: ["field.empty"] });
}
