import { z } from "zod";
import { boardById, boardBySlug } from "@/feedback/boards";
import { canRunBoards } from "@/feedback/policy";
import { boardView } from "@/feedback/views";
import { guardOn } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { env } from "@/platform/env";
import { slug } from "@/spaces/shape";
import { importRunId } from "../shape";
import { undoImport } from "../undo";
import { badLinesOf, ideasRunById, runsInto } from "./queries";
import { BAD_LINES_SHOWN } from "./shape";
import { badLine, runView } from "./views";

/** How many lines that were left out are told at a time. */
const LINES = 500;

const onBoard = guardOn({
  name: "host or admin, on a board",
  by: z.object({ slug }),
  load: (db, viewer, by) => boardBySlug(db, viewer, by.slug),
  decide: canRunBoards,
});

/** A reading into a board that the viewer runs; for all others there is none. */
const onRun = guardOn({
  name: "host or admin, on an import of ideas",
  by: z.object({ run: importRunId }),
  load: async (db, viewer, by) => {
    if (!canRunBoards(viewer).allowed) return null;
    const run = await ideasRunById(db, by.run);
    return run === null || (await boardById(db, viewer, run.board)) === null ? null : run;
  },
  decide: canRunBoards,
});

/** Tables of ideas that were read into boards. */
export const importsRouter = router({
  /** A board with what was read into it, and the first lines of each reading that were left out. */
  runs: reads(onBoard)
    .output(
      z.object({
        board: boardView,
        runs: z.array(runView.extend({ lines: z.array(badLine) })),
        /** How large a table may be here. */
        maxMb: z.number().int(),
      }),
    )
    .query(async ({ ctx }) => {
      const runs = await runsInto(ctx.db, ctx.resource.id);
      const [latest] = runs;
      const lines = latest === undefined ? [] : await badLinesOf(ctx.db, latest.run, 0, BAD_LINES_SHOWN);
      const told = runs.map((run) => ({ ...run, lines: run === latest ? lines : [] }));
      return { board: ctx.resource, runs: told, maxMb: env().UPLOAD_FILE_MAX_MB };
    }),
  /** Lines that were left out, from one on; asked again from the last until there are none. */
  problems: reads(onRun)
    .input(z.object({ after: z.number().int().min(0).max(2_147_483_647).default(0) }))
    .output(z.array(badLine))
    .query(({ ctx, input }) => badLinesOf(ctx.db, ctx.resource.run, input.after, LINES)),
  undo: writes(onRun)
    .output(z.object({ run: importRunId }))
    .mutation(async ({ ctx }) => {
      await undoImport(ctx.act.tx, ctx.resource.run);
      return { run: ctx.resource.run };
    }),
});
