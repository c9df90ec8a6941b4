import { callTRPCProcedure } from "@trpc/server";
import { refusalWords } from "@/i18n/refusal-words";
import { words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { refusalOf } from "@/platform/access/procedure";
import { transaction } from "@/platform/database/client";
import { isMultipart, withIncoming } from "@/platform/files/incoming";
import { sendJson, sendOn } from "@/platform/http/answers";
import { readBody } from "@/platform/http/body";
import { type FormEntries, formInput, readForm, typedFields } from "@/platform/http/form-fields";
import { filledPath, localPath } from "@/platform/http/local-path";
import { headerOf, TurnedAway, type Visit } from "@/platform/http/visit";
import { log } from "@/platform/log";
import { previewView } from "@/posts/mentions/preview";
import { type FormFiles, formFilesOf, keepFormFiles } from "../files/form-files";
import { incomingLimits } from "../files/receive";
import { appRouter } from "../router";
import { below, type Door } from "./door";
import { formHolder } from "./form-holder";
import { spendAnonymous } from "./limits";
import { faultWords, statusOf, wantsJson } from "./problem";
import { keepRefused } from "./refused-forms";
import type { FormPreview, FormProblem } from "./schema";
import { type Visitor, visitorOf } from "./visitor";

const PATH = "/form";

/**
 * Forms that work without a script: `/form/posts.publish` calls that procedure with the fields. `_back` is the path of
 * the page with the form, `_to` where to go afterwards, with `{key}` for what the procedure answered. With
 * `accept: application/json` the same outcome comes as JSON.
 */
export const formDoor: Door = {
  name: "form",
  opensTo: below(PATH),
  methods: ["POST"],
  handle: async (visit) => {
    const procedure = visit.url.pathname.slice(PATH.length + 1);
    if (!isMutation(procedure)) throw new TurnedAway(404, "not-found");
    const files = formFilesOf(procedure);
    if (files !== null && isMultipart(visit.req)) return takeWithFiles(visit, procedure, files);
    const entries = await readForm(headerOf(visit.req, "content-type"), await readBody(visit.req));
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    await act({ visit, visitor, procedure, entries });
  },
};

/** Who asks is found out before anything is kept: of somebody unknown the words are, the files are not. */
async function takeWithFiles(visit: Visit, procedure: string, files: FormFiles): Promise<void> {
  const visitor = await visitorOf(visit);
  await spendAnonymous(visit, visitor);
  const { viewer } = visitor;
  await withIncoming(visit.req, incomingLimits(files.max, viewer !== null), async ({ entries, uploads }) => {
    if (viewer === null) return act({ visit, visitor, procedure, entries });
    const kept = await keepFormFiles(viewer, files, entries, uploads);
    const submitted = { visit, visitor, procedure, entries: kept.entries };
    return kept.problem === null ? act(submitted) : answerRefused(submitted, kept.problem);
  });
}

async function act(submitted: Submitted): Promise<void> {
  const looked = own(submitted.entries, "_preview");
  if (looked !== undefined) return answerPreview(submitted, looked);
  const outcome = await run(submitted);
  if (outcome.ok) answerDone(submitted, outcome.result);
  else await answerRefused(submitted, outcome.problem);
}

type Submitted = {
  readonly visit: Visit;
  readonly visitor: Visitor;
  readonly procedure: string;
  readonly entries: FormEntries;
};

type Outcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly problem: Exclude<FormProblem, FormPreview> };

/** Whether a path names a mutation. Nested routers come flattened, as `posts.publish`. */
function isMutation(path: string): boolean {
  const procedures: Readonly<Record<string, unknown>> = appRouter._def.procedures;
  const found = Object.hasOwn(procedures, path) ? procedures[path] : undefined;
  if (typeof found !== "function" || !("_def" in found)) return false;
  const definition = found._def;
  return (
    typeof definition === "object" && definition !== null && "type" in definition && definition.type === "mutation"
  );
}

async function run({ visit, visitor, procedure, entries }: Submitted): Promise<Outcome> {
  const input = formInput(entries);
  try {
    const result: unknown = await callTRPCProcedure({
      router: appRouter,
      path: procedure,
      getRawInput: async () => input,
      ctx: { ...visitor, requestId: visit.requestId },
      type: "mutation",
      signal: undefined,
      batchIndex: 0,
    });
    return { ok: true, result };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== null) return { ok: false, problem: refusal };
    log().error({ err: error, requestId: visit.requestId, procedure }, "fault in a procedure");
    return { ok: false, problem: { code: "fault", ref: visit.requestId } };
  }
}

/** The value of one of the door's own fields. */
function own(entries: FormEntries, name: "_back" | "_to" | "_preview"): string | undefined {
  return entries.find(([field]) => field === name)?.[1];
}

function answerDone({ visit, entries }: Submitted, result: unknown): void {
  const back = localPath(own(entries, "_back")) ?? paths.home();
  const to = filledPath(own(entries, "_to"), result) ?? back;
  if (wantsJson(visit.req)) sendJson(visit.res, 200, { to, result: result ?? null });
  else sendOn(visit.res, to);
}

/** Which verbs show how a text will look. */
const PREVIEWS: ReadonlySet<string> = new Set([
  "posts.preview",
  "feedback.preview",
  "launch.previewAnnouncement",
  "door.previewLetter",
]);

/** Without a script: the form comes back as it was typed, with how its words will look above it. */
async function answerPreview(submitted: Submitted, looked: string): Promise<void> {
  if (!PREVIEWS.has(looked)) throw new TurnedAway(404, "not-found");
  const outcome = await run({ ...submitted, procedure: looked });
  if (!outcome.ok) return answerRefused(submitted, outcome.problem);
  const { bodyHtml, unread } = previewView.parse(outcome.result);
  await answerWithPage(submitted, { code: "preview", html: bodyHtml, unread });
}

async function answerRefused(submitted: Submitted, problem: Exclude<FormProblem, FormPreview>): Promise<void> {
  const { visit, visitor } = submitted;
  if (!wantsJson(visit.req)) return answerWithPage(submitted, problem);
  const t = words(visitor.locale);
  if (problem.code === "fault") {
    const message = faultWords(t, problem.ref);
    return sendJson(visit.res, 500, { refusal: { code: "fault", message, fields: {}, ref: problem.ref } });
  }
  sendJson(visit.res, statusOf(problem), { refusal: refusalWords(t, problem) });
}

/** Without a script: what was typed is kept, and the page with the form shows it again beside what was wrong. */
async function answerWithPage({ visit, visitor, procedure, entries }: Submitted, problem: FormProblem): Promise<void> {
  const owner = visitor.viewer === null ? formHolder(visit) : { personId: visitor.viewer.id };
  const typed = typedFields(entries);
  const id = await transaction((tx) => keepRefused(tx, owner, { procedure, problem, typed }));
  const back = new URL(localPath(own(entries, "_back")) ?? paths.home(), visit.url.origin);
  back.searchParams.set("refused", id);
  const page = `${back.pathname}${back.search}${back.hash}`;
  // A session that ended while somebody wrote: after signing in they are back at their words.
  const mustSignIn = "key" in problem && problem.key === "signIn";
  sendOn(visit.res, mustSignIn ? withQuery(paths.signIn(), { callbackUrl: page }) : page);
}
