import "server-only";
import { refusalOf } from "@/platform/access/procedure";
import { keyBefore, PAGE_MAX, type Page } from "@/platform/database/page";
import type { CommentView, PostView } from "@/posts/views";
import type { Visit } from "./open-page";

/** A part of a conversation: its comments, and where the next part begins. `later` is true when it is not the first. */
export type ThreadPart = Page<CommentView> & { readonly later: boolean };

/**
 * The part of a post's conversation that an address asks for: after a key, or from the comment `at` on. A conversation
 * that fits on one page is given whole. Removed comments keep their places and are not counted, so only the first page
 * itself tells whether there is a second.
 */
export async function threadPart(
  { api }: Pick<Visit, "api">,
  post: Pick<PostView, "id" | "commentCount">,
  ask: { after?: string | undefined; at?: string | undefined },
): Promise<ThreadPart> {
  const part = (after?: string) => api.posts.comments({ post: post.id, take: PAGE_MAX, after });
  if (ask.after !== undefined) return { ...(await part(ask.after)), later: true };
  if (ask.at === undefined || post.commentCount <= PAGE_MAX) {
    const first = await part();
    const isHere = ask.at === undefined || first.next === null || first.items.some((one) => one.id === ask.at);
    if (isHere) return { ...first, later: false };
  }
  const after = await keyBeforeComment(api, ask.at);
  return { ...(await part(after)), later: after !== undefined };
}

/** The key after which a comment stands first; nothing for one that is gone, so that the reading starts at the top. */
async function keyBeforeComment(api: Visit["api"], comment: string | undefined): Promise<string | undefined> {
  if (comment === undefined) return undefined;
  try {
    const { createdAt } = await api.posts.comment({ comment });
    return keyBefore(createdAt);
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return undefined;
  }
}
