import { paths, withQuery } from "@/paths";
import { sendOn } from "@/platform/http/answers";
import { createCaller } from "../router";
import type { Door } from "./door";
import { spendAnonymous } from "./limits";
import { visitorOf } from "./visitor";

const NOTICE = /^\/notices\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * A line of somebody's notices, followed: it is marked as read and leads on. A link and not a form, so that it opens in
 * a new tab as links do; following it twice changes nothing more, and nobody else's link can.
 */
export const noticeDoor: Door = {
  name: "notice",
  opensTo: (path) => NOTICE.test(path),
  methods: ["GET"],
  onceOnly: true,
  handle: async (visit) => {
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const path = visit.url.pathname;
    if (visitor.viewer === null) return sendOn(visit.res, withQuery(paths.signIn(), { callbackUrl: path }));
    const caller = createCaller({ ...visitor, requestId: visit.requestId });
    const { to } = await caller.notices.open({ notice: NOTICE.exec(path)?.[1] ?? "" });
    sendOn(visit.res, to);
  },
};
