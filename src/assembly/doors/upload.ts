import { FILE_USES } from "@/members/files/shape";
import type { FileView } from "@/members/files/views";
import { paths } from "@/paths";
import { Refusal } from "@/platform/errors";
import { isMultipart, withIncoming } from "@/platform/files/incoming";
import { sendJson } from "@/platform/http/answers";
import { TurnedAway } from "@/platform/http/visit";
import { incomingLimits, receive } from "../files/receive";
import { at, type Door } from "./door";
import { spendAnonymous } from "./limits";
import { answerProblem } from "./problem";
import { visitorOf } from "./visitor";

/**
 * Where a script sends one file, as the `file` of a multipart form; `use` says what for, `alt` what a picture shows.
 * Answers with what to write in Markdown. Until words take it up, its sender alone sees it.
 */
export const uploadDoor: Door = {
  name: "upload",
  opensTo: at(paths.uploads()),
  methods: ["POST"],
  handle: async (visit) => {
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const { viewer, locale } = visitor;
    if (viewer === null) throw new Refusal("not-allowed", "signIn");
    if (!isMultipart(visit.req)) throw new TurnedAway(415, "invalid");
    await withIncoming(visit.req, incomingLimits(1), async ({ entries, uploads }) => {
      const [upload] = uploads;
      const said = new Map(entries);
      const use = FILE_USES.find((one) => one === (said.get("use") ?? "attachment"));
      if (upload === undefined || use === undefined) throw new TurnedAway(400, "invalid");
      const kept = await receive(viewer, use, upload);
      sendJson(visit.res, 200, answer(kept, said.get("alt") ?? ""));
    }).catch((error: unknown) => answerProblem(visit, error, locale));
  },
};

/** @public the shape that the pages' scripts read */
export type Uploaded = ReturnType<typeof answer>;

function answer({ id, name, kind, type, size, width, height }: FileView, alt: string) {
  const url = paths.file(id, name);
  const isPicture = kind === "picture";
  const text = escaped(isPicture ? alt : name);
  return { id, url, markdown: `${isPicture ? "!" : ""}[${text}](${url})`, width, height, name, kind, type, size };
}

/** Text as Markdown shows it. */
function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>]/g, (sign) => `\\${sign}`);
}
