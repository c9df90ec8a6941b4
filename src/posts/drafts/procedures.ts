import { z } from "zod";
import { self } from "@/platform/access/guard";
import { reads, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { forgetDraft, saveDraft } from "./actions";
import { draftFor, draftsOf } from "./queries";
import { draftCard, draftPlace, draftView, saveDraftShape, savedDraft } from "./shape";

const onPlace = z.object({ place: draftPlace });

/** What a person has written and not sent: their own, whoever they are. */
export const postDrafts = {
  draft: reads(self)
    .input(onPlace)
    .output(draftView.nullable())
    .query(({ ctx, input }) => draftFor(ctx.db, ctx.viewer.id, input.place)),
  drafts: reads(self)
    .input(pageShape)
    .output(pageOf(draftCard))
    .query(({ ctx, input }) => draftsOf(ctx.db, ctx.viewer.id, input)),
  saveDraft: writes(self, { name: "draft", points: 400, seconds: 600 })
    .input(saveDraftShape)
    .output(savedDraft)
    .mutation(({ ctx, input }) => saveDraft(ctx.act, input)),
  dropDraft: writes(self)
    .input(onPlace)
    .output(onPlace)
    .mutation(async ({ ctx, input }) => {
      await forgetDraft(ctx.act, input.place);
      return { place: input.place };
    }),
};
