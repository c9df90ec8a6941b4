import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { file } from "../../schema";
import type { FileId } from "../shape";

type NewFile = Omit<typeof file.$inferInsert, "id" | "createdAt" | "looseSince">;

/** Writes down what is about to be stored, loose. */
export async function keepFile(tx: Tx, facts: NewFile): Promise<FileId> {
  const id = newId<"file">();
  await tx.insert(file).values({ id, ...facts, createdAt: now(), looseSince: now() });
  return id;
}
