import { z } from "zod";
import { admins, hosts } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { setAudience } from "./actions/set-audience";
import { entryRules } from "./rules";
import { setAudienceShape } from "./shape";
import { entryView } from "./views";

export const entryRouter = router({
  rules: reads(hosts)
    .output(entryView)
    .query(({ ctx }) => entryRules(ctx.db, ctx.viewer)),
  setAudience: writes(admins)
    .input(setAudienceShape)
    .output(z.object({ gained: z.number().int(), lost: z.number().int() }))
    .mutation(({ ctx, input }) => setAudience(ctx.act, input)),
});
