import { timestamp, uuid } from "drizzle-orm/pg-core";
import type { Id } from "@/platform/ids";

/** A moment with the precision of a JavaScript date, so that it can serve as a cursor without skipping rows. */
export function moment(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
}

/** A column that holds an identifier of one kind. */
export function idColumn<Kind extends string>(name: string) {
  return uuid(name).$type<Id<Kind>>();
}
