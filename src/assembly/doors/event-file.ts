import { paths } from "@/paths";
import { env } from "@/platform/env";
import { sendText } from "@/platform/http/answers";
import { TurnedAway } from "@/platform/http/visit";
import { calendarOf } from "@/posts/kinds/calendar";
import { createCaller } from "../router";
import { below, type Door } from "./door";
import { spendAnonymous } from "./limits";
import { visitorOf } from "./visitor";

const PATH = "/calendar/posts";
const NAMED = /^\/calendar\/posts\/([0-9a-f-]{36})\.ics$/;

/** The event of a post as a file for calendars, for whoever may read the post. */
export const eventFileDoor: Door = {
  name: "event-file",
  opensTo: below(PATH),
  methods: ["GET"],
  handle: async (visit) => {
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const id = NAMED.exec(visit.url.pathname)?.[1];
    if (id === undefined) throw new TurnedAway(404, "not-found");
    const post = await createCaller({ ...visitor, requestId: visit.requestId }).posts.one({ post: id });
    const { event } = post;
    if (event === null) throw new TurnedAway(404, "not-found");
    const file = calendarOf({ ...post, event }, new URL(paths.post(post.id), env().APP_URL).href);
    visit.res.setHeader("content-disposition", 'attachment; filename="levain-event.ics"');
    sendText(visit.res, 200, "text/calendar; charset=utf-8", file);
  },
};
