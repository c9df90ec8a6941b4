import type { z } from "zod";
import { idOf } from "@/platform/ids";

export const fileId = idOf<"file">();
export type FileId = z.infer<typeof fileId>;

/** What a file was uploaded for: to hang on words, to be somebody's face, or to lie over a space. */
export const FILE_USES = ["attachment", "photo", "cover"] as const;
export type FileUse = (typeof FILE_USES)[number];

export const FILE_NAME_MAX = 120;

const id = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const ADDRESS = new RegExp(`^/files/(${id})/[^/?#\\s]*$`);

/** The file that an address of ours names, or null. */
export function fileOf(address: string): FileId | null {
  return (ADDRESS.exec(address)?.[1] as FileId | undefined) ?? null;
}
