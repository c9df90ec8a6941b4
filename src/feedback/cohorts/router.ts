import { z } from "zod";
import { hosts } from "@/platform/access/guard";
import { reads } from "@/platform/access/procedure";
import { cohortsToChoose } from "./queries";
import { cohortView } from "./views";

/** The cohorts that a board may be for. */
export const cohortProcedures = {
  cohorts: reads(hosts)
    .output(z.array(cohortView))
    .query(({ ctx }) => cohortsToChoose(ctx.db)),
};
