import "server-only";
import { refusalOf } from "@/platform/access/procedure";
import type { Visit } from "./open-page";

/** The post that an address says was just removed, while it can be brought back; null for anything else. */
export async function justRemoved(
  { api }: Pick<Visit, "api">,
  id: string | undefined,
): Promise<{ post: string; title: string; removedAt: Date } | null> {
  if (id === undefined) return null;
  try {
    return await api.posts.justRemoved({ post: id });
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return null;
  }
}
