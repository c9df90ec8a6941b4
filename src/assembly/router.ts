import { journalRouter } from "@/care/journal/router";
import { careRouter } from "@/care/router";
import { changelogRouter } from "@/feedback/changelog/router";
import { creditsRouter } from "@/feedback/credits/router";
import { deskRouter } from "@/feedback/desk/router";
import { feedsRouter } from "@/feedback/feeds/router";
import { previewsRouter } from "@/feedback/previews/router";
import { feedbackRouter } from "@/feedback/router";
import { tableRouter } from "@/feedback/table/router";
import { tellingRouter } from "@/feedback/telling/router";
import { importsRouter } from "@/imports/ideas/router";
import { adviceRouter } from "@/launch/advice/router";
import { doorRouter } from "@/launch/door/router";
import { entryRouter } from "@/launch/entry/router";
import { launchRouter } from "@/launch/router";
import { vouchingRouter } from "@/launch/vouching/router";
import { wavesRouter } from "@/launch/waves/router";
import { mailRouter } from "@/mail/router";
import { keysRouter } from "@/members/keys/router";
import { membersRouter } from "@/members/router";
import { sessionsRouter } from "@/members/sessions/router";
import { pushRouter } from "@/notices/push/router";
import { noticesRouter } from "@/notices/router";
import { webhooksRouter } from "@/notices/webhooks/router";
import { wishesRouter } from "@/notices/wishes/router";
import { createCallerFactory, router } from "@/platform/access/procedure";
import { readingRouter } from "@/posts/reading/router";
import { postsRouter } from "@/posts/router";
import { moderationRouter } from "@/privacy/moderation/router";
import { auditRouter } from "@/privacy/router";
import { readinessRouter } from "@/readiness/router";
import { searchRouter } from "@/search/router";
import { spacesRouter } from "@/spaces/router";
import { featuresRouter } from "@/stages/features/router";
import { stagesRouter } from "@/stages/router";
import { doorsRouter } from "./doors/router";
import { filesRouter } from "./files/router";
import { liveRouter } from "./live/router";

/** Everything that anybody can ask of Levain. */
export const appRouter = router({
  members: membersRouter,
  sessions: sessionsRouter,
  keys: keysRouter,
  stages: stagesRouter,
  features: featuresRouter,
  spaces: spacesRouter,
  posts: postsRouter,
  reading: readingRouter,
  feedback: feedbackRouter,
  feeds: feedsRouter,
  table: tableRouter,
  imports: importsRouter,
  desk: deskRouter,
  telling: tellingRouter,
  previews: previewsRouter,
  credits: creditsRouter,
  changelog: changelogRouter,
  readiness: readinessRouter,
  launch: launchRouter,
  door: doorRouter,
  entry: entryRouter,
  vouching: vouchingRouter,
  waves: wavesRouter,
  advice: adviceRouter,
  care: careRouter,
  journal: journalRouter,
  search: searchRouter,
  mail: mailRouter,
  notices: noticesRouter,
  wishes: wishesRouter,
  push: pushRouter,
  webhooks: webhooksRouter,
  moderation: moderationRouter,
  audit: auditRouter,
  live: liveRouter,
  doors: doorsRouter,
  files: filesRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
