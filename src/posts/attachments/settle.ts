import { letGo, takeUp } from "@/members/files/actions/take-up";
import type { FileId } from "@/members/files/shape";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { filesIn, type Pictures } from "../render";
import { ATTACHMENTS_MAX } from "../shape";

/** Words on their way into the database, with the files that came beside them. */
export type Writing = {
  /** Who writes them, whose loose files they may take up. */
  readonly writer: PersonId;
  readonly body: string;
  /** Files that stand below the words; undefined leaves those that do. */
  readonly files?: readonly FileId[] | undefined;
};

/** What hung on the words before, and which pictures they may show. */
export type Hanging = {
  readonly pictures: Pictures;
  readonly before: readonly { readonly id: FileId; readonly listed: boolean }[];
};

/** What is to hang there now, in order, and what does no more. */
export type Settled = {
  readonly hung: readonly { readonly fileId: FileId; readonly listed: boolean; readonly place: number }[];
  readonly gone: readonly FileId[];
  readonly changed: boolean;
};

/**
 * Takes up the files that words name and those that came beside them, and lets go of what is wanted no more. Whoever
 * calls writes down what hangs where.
 * @throws Refusal `invalid` for too many
 */
export async function settleFiles(tx: Tx, { writer, body, files }: Writing, on: Hanging): Promise<Settled> {
  const { pictures, before } = on;
  const named = filesIn(body);
  const beside = files ?? before.filter((one) => one.listed).map((one) => one.id);
  const wanted = [...new Set([...named, ...beside])];
  const there = new Set(before.map((one) => one.id));
  const loose = wanted.filter((id) => !there.has(id));
  const taken = new Set(await takeUp(tx, writer, loose, "attachment"));
  const kept = wanted.filter((id) => there.has(id) || taken.has(id));
  if (kept.length > ATTACHMENTS_MAX)
    throw new Refusal("invalid", "tooManyFiles", { max: ATTACHMENTS_MAX }, { files: ["tooManyFiles"] });
  const gone = before.filter((one) => !wanted.includes(one.id)).map((one) => one.id);
  await letGo(tx, gone);
  const shown = new Set(named.filter((id) => pictures.has(id)));
  return {
    hung: kept.map((fileId, place) => ({ fileId, listed: !shown.has(fileId), place })),
    gone,
    changed: taken.size + gone.length > 0,
  };
}
