import { v7 } from "uuid";
import { z } from "zod";
import { now } from "@/platform/clock";

/** A UUID that belongs to one kind of thing, so that a post's id cannot be passed where a person's is meant. */
export type Id<Kind extends string> = string & z.$brand<Kind>;

/** The schema of an identifier of one kind. */
export function idOf<Kind extends string>() {
  return z.uuid().brand<Kind>();
}

/** A new UUID version 7 (RFC 9562): time-ordered, made here so that PostgreSQL before 18 serves too. */
export function newId<Kind extends string>(): Id<Kind> {
  return v7({ msecs: now().getTime() }) as Id<Kind>;
}
