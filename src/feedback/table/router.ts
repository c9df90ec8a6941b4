import { z } from "zod";
import { guardOn } from "@/platform/access/guard";
import { reads, router } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { slug } from "@/spaces/shape";
import { boardBySlug } from "../boards";
import { canRunBoards } from "../policy";
import { ideaLine, linesOf } from "./rows";

const running = guardOn({
  name: "host or admin, on a board",
  by: z.object({ slug }),
  load: (db, viewer, by) => boardBySlug(db, viewer, by.slug),
  decide: canRunBoards,
});

/** A board as a table, part by part. */
export const tableRouter = router({
  ideas: reads(running)
    .input(pageShape.pick({ after: true }))
    .output(pageOf(ideaLine))
    .query(({ ctx, input }) => linesOf(ctx.db, ctx.viewer, ctx.resource.id, input.after)),
});
