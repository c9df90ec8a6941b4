import { feedbackRouter } from "@/feedback/router";
import { adviceRouter } from "@/launch/advice/router";
import { launchRouter } from "@/launch/router";
import { mailRouter } from "@/mail/router";
import { membersRouter } from "@/members/router";
import { sessionsRouter } from "@/members/sessions/router";
import { noticesRouter } from "@/notices/router";
import { createCallerFactory, router } from "@/platform/access/procedure";
import { readingRouter } from "@/posts/reading/router";
import { postsRouter } from "@/posts/router";
import { auditRouter } from "@/privacy/router";
import { readinessRouter } from "@/readiness/router";
import { spacesRouter } from "@/spaces/router";
import { stagesRouter } from "@/stages/router";
import { doorsRouter } from "./doors/router";

/** Everything that anybody can ask of Levain. */
export const appRouter = router({
  members: membersRouter,
  sessions: sessionsRouter,
  stages: stagesRouter,
  spaces: spacesRouter,
  posts: postsRouter,
  reading: readingRouter,
  feedback: feedbackRouter,
  readiness: readinessRouter,
  launch: launchRouter,
  advice: adviceRouter,
  mail: mailRouter,
  notices: noticesRouter,
  audit: auditRouter,
  doors: doorsRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
