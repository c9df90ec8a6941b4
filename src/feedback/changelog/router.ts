import { z } from "zod";
import { team } from "@/platform/access/decision";
import { guardOn, hosts, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { conversationId } from "@/posts/shape";
import { havingFeature } from "@/stages/features/policy";
import { noteSeen, publishEntry } from "./actions/publish-entry";
import { editEntry, removeEntry, unpublishEntry, writeEntry } from "./actions/write-entry";
import { changelogEntries, draftsFor, entryById, linkableIdeas } from "./queries";
import { entryId, entryShape, publishShape } from "./shape";
import { deskEntry, entryView, linkable } from "./views";

const done = z.object({ entry: entryId });

/** An entry as hosts work on it; for members only what is published exists. */
const onEntry = guardOn({
  name: "host or admin, on an entry",
  by: z.object({ entry: entryId }),
  load: (db, viewer, { entry }) => entryById(db, viewer, entry),
  decide: team,
});

/** What is new: entries that hosts write, about the ideas that were shipped. */
export const changelogRouter = router({
  entries: reads(havingFeature("changelog"))
    .input(pageShape.extend({ idea: conversationId.optional() }))
    .output(pageOf(entryView))
    .query(({ ctx, input }) => changelogEntries(ctx.db, ctx.viewer, input, input.idea)),
  drafts: reads(hosts)
    .input(pageShape)
    .output(pageOf(deskEntry))
    .query(({ ctx, input }) => draftsFor(ctx.db, ctx.viewer, input)),
  entry: reads(onEntry)
    .output(deskEntry)
    .query(({ ctx }) => ctx.resource),
  linkable: reads(hosts)
    .output(z.array(linkable))
    .query(({ ctx }) => linkableIdeas(ctx.db, ctx.viewer)),
  write: writes(hosts)
    .input(entryShape)
    .output(done)
    .mutation(async ({ ctx, input }) => ({ entry: await writeEntry(ctx.act, input) })),
  edit: writes(onEntry)
    .input(entryShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await editEntry(ctx.act, ctx.resource.id, input);
      return { entry: ctx.resource.id };
    }),
  publish: writes(onEntry)
    .input(publishShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await publishEntry(ctx.act, ctx.resource.id, input.at);
      return { entry: ctx.resource.id };
    }),
  takeBack: writes(onEntry)
    .output(done)
    .mutation(async ({ ctx }) => {
      await unpublishEntry(ctx.act, ctx.resource.id);
      return { entry: ctx.resource.id };
    }),
  remove: writes(onEntry)
    .output(z.object({ gone: z.literal(true) }))
    .mutation(async ({ ctx }) => {
      await removeEntry(ctx.act, ctx.resource.id);
      return { gone: true as const };
    }),
  saw: writes(inside)
    .output(z.object({ seen: z.literal(true) }))
    .mutation(async ({ ctx }) => {
      await noteSeen(ctx.act);
      return { seen: true as const };
    }),
});
