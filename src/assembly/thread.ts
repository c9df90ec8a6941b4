import "server-only";
import { refusalOf } from "@/platform/access/procedure";
import { encodeKey, PAGE_MAX, type Page } from "@/platform/database/page";
import type { CommentView, PostView } from "@/posts/views";
import type { Visit } from "./open-page";

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** A part of a conversation: its comments, and where the next part begins. `later` is true when it is not the first. */
export type ThreadPart = Page<CommentView> & { readonly later: boolean };

/**
 * The part of a post's conversation that an address asks for: after a key, or from the comment `at` on. A conversation
 * that fits on one page is given whole.
 */
export async function threadPart(
  { api }: Pick<Visit, "api">,
  post: Pick<PostView, "id" | "commentCount">,
  ask: { after?: string | undefined; at?: string | undefined },
): Promise<ThreadPart> {
  const fits = post.commentCount <= PAGE_MAX;
  const after = fits ? undefined : (ask.after ?? (await keyBefore(api, ask.at)));
  const part = await api.posts.comments({ post: post.id, take: PAGE_MAX, after });
  return { ...part, later: after !== undefined };
}

/** The key after which a comment stands first; nothing for one that is gone, so that the reading starts at the top. */
async function keyBefore(api: Visit["api"], comment: string | undefined): Promise<string | undefined> {
  if (comment === undefined) return undefined;
  try {
    const { createdAt } = await api.posts.comment({ comment });
    return encodeKey([createdAt.toISOString(), FIRST_ID]);
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return undefined;
  }
}
