import { z } from "zod";
import { adminOnly } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { isTeam } from "@/platform/access/viewer";
import { lineById } from "./calendar/queries";
import { entryId } from "./calendar/shape";

/** A line of the calendar: hosts read it, an admin changes it, for all others there is none. */
export const onCalendarLine = guardOn({
  name: "admin, on a line of the calendar",
  by: z.object({ entry: entryId }),
  load: async (db, viewer, by) => (isTeam(viewer) ? lineById(db, by.entry) : null),
  decide: adminOnly,
});
