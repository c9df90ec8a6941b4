import { hosts } from "@/platform/access/guard";
import { reads, router } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { readinessAt } from "./queries";
import { readinessShape } from "./shape";

export const readinessRouter = router({
  current: reads(hosts)
    .output(readinessShape)
    .query(({ ctx }) => readinessAt(ctx.db, { at: now() })),
});
