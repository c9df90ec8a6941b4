import { z } from "zod";
import { admins } from "@/platform/access/guard";
import { reads, router } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { auditTrail } from "./queries";
import { auditLine } from "./views";

export const auditRouter = router({
  list: reads(admins)
    .input(pageShape.extend({ name: z.string().trim().max(100).default("") }))
    .output(pageOf(auditLine))
    .query(({ ctx, input }) => auditTrail(ctx.db, input)),
});
