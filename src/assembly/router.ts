import { membersRouter } from "@/members/router";
import { createCallerFactory, router } from "@/platform/access/procedure";
import { postsRouter } from "@/posts/router";
import { auditRouter } from "@/privacy/router";
import { spacesRouter } from "@/spaces/router";

/** Everything that anybody can ask of Levain. */
export const appRouter = router({
  members: membersRouter,
  spaces: spacesRouter,
  posts: postsRouter,
  audit: auditRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
