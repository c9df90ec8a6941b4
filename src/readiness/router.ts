import { hosts } from "@/platform/access/guard";
import { reads, router } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { curvesAt } from "./curves";
import { readinessAt } from "./queries";
import { readinessShape } from "./shape";
import { curvesView } from "./views";

export const readinessRouter = router({
  current: reads(hosts)
    .output(readinessShape)
    .query(({ ctx }) => readinessAt(ctx.db, { at: now() })),
  curves: reads(hosts)
    .output(curvesView)
    .query(({ ctx }) => curvesAt(ctx.db, now())),
});
