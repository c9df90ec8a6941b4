import { eq } from "drizzle-orm";
import { takeUp } from "@/members/files/actions/take-up";
import type { FileId } from "@/members/files/shape";
import { file } from "@/members/schema";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { VERSION } from "@/platform/version";
import { hostNoteTold } from "../events";
import { hostNote } from "../schema";
import type { HostNoteId, NewNote } from "../shape";

/**
 * Tells the hosts something, for their eyes alone.
 * @throws Refusal `invalid` when what hangs on it is no picture, or more than one
 */
export async function tellHosts(act: Act, input: NewNote): Promise<HostNoteId> {
  const id = newId<"host-note">();
  await act.tx.insert(hostNote).values({
    id,
    personId: act.actor,
    words: input.words,
    pagePath: input.from,
    pageTitle: input.from === "" ? "" : input.pageTitle,
    version: VERSION,
    viewport: input.viewport,
    fileId: await pictureOf(act, input.files ?? []),
    mayBecomeIdea: input.mayBecomeIdea,
    at: now(),
  });
  await record(act, hostNoteTold, id, {});
  return id;
}

async function pictureOf(act: Act, ids: readonly FileId[]): Promise<FileId | null> {
  const refuse = (key: string) => new Refusal("invalid", "invalid", {}, { files: [key] });
  if (ids.length > 1) throw refuse("field.onePicture");
  const [taken = null] = await takeUp(act.tx, act.actor, ids, "attachment");
  if (taken === null) return null;
  const [kept] = await act.tx.select({ kind: file.kind }).from(file).where(eq(file.id, taken));
  if (kept?.kind !== "picture") throw refuse("field.onePicture");
  return taken;
}
