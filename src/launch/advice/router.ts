import { z } from "zod";
import { ALLOW, team } from "@/platform/access/decision";
import { guardOn, hosts } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { isTeam } from "@/platform/access/viewer";
import { pageOf, pageShape } from "@/platform/database/page";
import { onPost } from "@/posts/guards";
import { conversationId } from "@/posts/shape";
import { answerAdvice } from "./actions/answer-advice";
import { askAdvice } from "./actions/ask-advice";
import { adviceById, adviceRequests } from "./queries";
import { adviceId, answerAdviceShape, askAdviceShape } from "./shape";
import { adviceRequest } from "./views";

const readingPost = onPost("post readable", () => ALLOW);

/** A request of a member, for hosts and admins; for all others none exists. */
const onAdvice = guardOn({
  name: "host or admin, on a request",
  by: z.object({ advice: adviceId }),
  load: async (db, viewer, by) => (isTeam(viewer) ? adviceById(db, by.advice) : null),
  decide: team,
});

export const adviceRouter = router({
  ask: writes(readingPost, { name: "advice", points: 10, seconds: 3600 })
    .input(askAdviceShape)
    // What came of it is not told: it would say whether an address is known.
    .output(z.object({ post: conversationId }))
    .mutation(async ({ ctx, input }) => {
      await askAdvice(ctx.act, ctx.viewer, ctx.resource, input);
      return { post: ctx.resource.id };
    }),
  requests: reads(hosts)
    .input(pageShape)
    .output(pageOf(adviceRequest))
    .query(({ ctx, input }) => adviceRequests(ctx.db, ctx.viewer, input)),
  answer: writes(onAdvice, { name: "invite", points: 60, seconds: 3600 })
    .input(answerAdviceShape)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await answerAdvice(ctx.act, ctx.viewer, ctx.resource, input);
      return {};
    }),
});
