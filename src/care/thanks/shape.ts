import { z } from "zod";
import { idOf } from "@/platform/ids";
import { commentId, conversationId } from "@/posts/shape";

export const thanksId = idOf<"thanks">();

export const THANKS_WORDS_MAX = 200;
/** So many a person may give within a day. */
export const THANKS_A_DAY = 10;
/** So many stand on a profile, the newest first. */
export const THANKS_LISTED = 20;

/** Thanks wait until the thanked person says that others may read them, and can be hidden later. */
export const THANKS_STATES = ["waiting", "shown", "hidden"] as const;
export type ThanksState = (typeof THANKS_STATES)[number];
export const thanksState = z.enum(THANKS_STATES);

/** A post, or an answer under it, as the address of its page names them. */
const place = z
  .string()
  .trim()
  .max(500)
  .transform((address, told) => {
    const post = conversationId.safeParse(/\/posts\/([0-9a-f-]{36})/i.exec(address)?.[1]);
    if (post.success) {
      const comment = commentId.safeParse(/(?:at=|#c-)([0-9a-f-]{36})/i.exec(address)?.[1]);
      return { post: post.data, comment: comment.success ? comment.data : null };
    }
    told.addIssue({ code: "custom", message: "field.noSuchPost" });
    return z.NEVER;
  });

export const thanksShape = z.object({
  words: z
    .string()
    .transform((text) => text.replace(/\s+/gu, " ").trim())
    .pipe(z.string().min(1).max(THANKS_WORDS_MAX)),
  about: z
    .union([z.literal("").transform(() => null), place])
    .nullable()
    .default(null),
});
export type ThanksInput = z.output<typeof thanksShape>;
export const showThanksShape = z.object({ show: z.enum(["yes", "no"]) });
