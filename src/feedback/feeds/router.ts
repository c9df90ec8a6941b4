import { z } from "zod";
import { makeFeedKey } from "@/members/keys/actions/make-key";
import { accessKeyId } from "@/members/keys/shape";
import { reads, router, writes } from "@/platform/access/procedure";
import { havingFeature } from "@/stages/features/policy";
import { onVisibleBoard } from "../guards";
import { boardView } from "../views";
import { entriesOf, feedEntry } from "./entries";
import { CHANGELOG_FEED, feedOfBoard } from "./names";

const done = z.object({ key: accessKeyId });
const following = { name: "key", points: 20, seconds: 3600 };

/** Boards and the changelog for feed readers, each under an address of the person's own. */
export const feedsRouter = router({
  board: reads(onVisibleBoard)
    .output(z.object({ board: boardView, entries: z.array(feedEntry) }))
    .query(async ({ ctx }) => ({
      board: ctx.resource,
      entries: await entriesOf(ctx.db, ctx.viewer, ctx.resource.id),
    })),
  followBoard: writes(onVisibleBoard, following)
    .output(done)
    .mutation(async ({ ctx }) => {
      const { slug, name } = ctx.resource;
      return { key: await makeFeedKey(ctx.act, feedOfBoard(slug), name) };
    }),
  followChangelog: writes(havingFeature("changelog"), following)
    .output(done)
    .mutation(async ({ ctx }) => ({ key: await makeFeedKey(ctx.act, CHANGELOG_FEED, "") })),
});
