import { z } from "zod";
import { FILE_USES, fileId } from "./shape";

export const FILE_KINDS = ["picture", "audio", "video", "document", "text", "archive", "markup"] as const;

/** A file as a line below words. */
export const fileCard = z.object({
  id: fileId,
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  /** Media type, by content. */
  type: z.string(),
  /** In bytes. */
  size: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Whether the storage has it in small too. */
  hasSmall: z.boolean(),
});
export type FileCard = z.output<typeof fileCard>;

/** A file as its door needs it. */
export const fileView = fileCard.extend({ use: z.enum(FILE_USES) });
export type FileView = z.output<typeof fileView>;
