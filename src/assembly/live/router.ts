import { z } from "zod";
import { admitted } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { listens, router, sendEach } from "@/platform/access/procedure";
import { topicShape } from "@/platform/live/topic";
import { hub } from "./hub";
import { heardBy } from "./judge";

/** How many things one page may listen to: a home page with every space that it lists. */
const TOPICS_MAX = 60;

/** Things that the viewer may hear of. Those that they may not are passed over; when none is left, nothing is there. */
const onTopics = guardOn({
  name: "topics readable, asked again at each delivery",
  by: z.object({ topics: z.array(topicShape).min(1).max(TOPICS_MAX) }),
  load: async (db, viewer, { topics }) => {
    const heard = await heardBy(db, viewer, topics);
    return heard.length === 0 ? null : heard;
  },
  decide: admitted,
});

const message = z.object({
  signals: z.array(z.object({ topic: z.string(), news: z.boolean(), xact: z.string() })),
  people: z.array(z.object({ topic: z.string(), names: z.array(z.string()), more: z.number().int() })),
  reload: z.boolean(),
});

export const liveRouter = router({
  /** A stream of what changes; its ids are cursors, by which any process goes on where another one stopped. */
  changes: listens(onTopics)
    .input(z.object({ lastEventId: z.string().max(40).optional() }))
    .subscription(({ ctx, input, signal = new AbortController().signal }) => {
      const { id, sessionId, comfort } = ctx.viewer;
      const topics = new Set([...ctx.resource, `person:${id}` as const]);
      const listening = { sessionId, personId: id, topics, shown: comfort.presence };
      return sendEach(message, hub().stream(listening, input.lastEventId ?? null, signal));
    }),
});
