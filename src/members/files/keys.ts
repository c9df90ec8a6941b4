import type { FileId } from "./shape";

/** Where the storage has a file. The last two signs of an id spread evenly, the first are its time. */
export function keyOf(id: FileId): string {
  return `${id.slice(-2)}/${id}`;
}

/** Where it has the same in small. */
export function smallKeyOf(id: FileId): string {
  return `${keyOf(id)}-small`;
}
