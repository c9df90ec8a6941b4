import { createReadStream } from "node:fs";
import { words } from "@/i18n/words";
import { beginRun } from "@/imports/ideas/actions/begin-run";
import { tableKey } from "@/imports/ideas/queue";
import { paths, withQuery } from "@/paths";
import { transaction } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { isMultipart, type Upload, withIncoming } from "@/platform/files/incoming";
import { fileName } from "@/platform/files/name";
import { sendOn } from "@/platform/http/answers";
import { sendTable } from "@/platform/http/send-table";
import { TurnedAway } from "@/platform/http/visit";
import { newId } from "@/platform/ids";
import { spend } from "@/platform/limits/limit";
import { storage } from "@/platform/storage/storage";
import { incomingLimits } from "../files/receive";
import { createCaller } from "../router";
import type { Door } from "./door";
import { spendAnonymous } from "./limits";
import { visitorOf } from "./visitor";

const SENT = /^\/api\/boards\/([a-z0-9-]{2,60})\/import$/;
const PROBLEMS = /^\/api\/imports\/([0-9a-f-]{36})\/problems\.csv$/;
const OFTEN = { name: "ideas-import", points: 20, seconds: 3600 };

/**
 * Takes a table of ideas from the page of a board, for those who run it. It is kept and read by the worker, so that
 * whoever sent it need not wait; they are led back to the page, which shows how far it is.
 */
export const importDoor: Door = {
  name: "import",
  opensTo: (path) => SENT.test(path),
  methods: ["POST"],
  handle: async (visit) => {
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const [, slug = ""] = SENT.exec(visit.url.pathname) ?? [];
    const { board } = await createCaller({ ...visitor, requestId: visit.requestId }).imports.runs({ slug });
    const { viewer } = visitor;
    if (viewer === null) throw new Refusal("not-allowed", "signIn");
    if (!isMultipart(visit.req)) throw new TurnedAway(415, "invalid");
    await spend(OFTEN, viewer.id);
    await withIncoming(visit.req, incomingLimits(1), async ({ entries, uploads }) => {
      const [upload] = uploads;
      const wrong = wrongWith(upload);
      if (upload === undefined || wrong !== null)
        return sendOn(visit.res, withQuery(paths.boardImport(slug), { wrong: wrong ?? "empty" }));
      const run = newId<"import-run">();
      await storage().put(tableKey(run), createReadStream(upload.path), upload.size);
      const isRehearsal = new Map(entries).get("rehearse") === "yes";
      const act = (tx: Parameters<Parameters<typeof transaction>[0]>[0]) => ({
        tx,
        actor: viewer.id,
        requestId: visit.requestId,
      });
      const sent = { board: board.id, fileName: fileName(upload.name, "csv", true), isRehearsal };
      await transaction((tx) => beginRun(act(tx), run, sent));
      sendOn(visit.res, withQuery(paths.boardImport(slug), { run }));
    });
  },
};

function wrongWith(upload: Upload | undefined): "empty" | "large" | null {
  if (upload === undefined || upload.size === 0) return "empty";
  return upload.cut ? "large" : null;
}

/** The lines of an import that were left out, as a table: to be mended and sent once more. */
export const importProblemsDoor: Door = {
  name: "import-problems",
  opensTo: (path) => PROBLEMS.test(path),
  methods: ["GET"],
  handle: async (visit) => {
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const [, run = ""] = PROBLEMS.exec(visit.url.pathname) ?? [];
    const { imports } = createCaller({ ...visitor, requestId: visit.requestId });
    const first = await imports.problems({ run });
    const t = words(visitor.locale);
    const parts = async function* () {
      for (let lines = first; lines.length > 0; lines = await imports.problems({ run, after: lines.at(-1)?.line ?? 0 }))
        yield lines.map(({ line, column, reason }) => [line, column, t(`imports.ideas.reasons.${reason}`)]);
    };
    const head = [t("imports.ideas.line"), t("imports.ideas.column"), t("imports.ideas.reason")];
    await sendTable(visit, "levain-left-out", head, parts());
  },
};
