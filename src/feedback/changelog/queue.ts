import { z } from "zod";
import { queue } from "@/platform/jobs/boss";
import { entryId } from "./shape";

/** The work of telling those whom an entry concerns, at the moment for which it was planned. */
export const entriesDue = queue("changelog", z.object({ entry: entryId }));
