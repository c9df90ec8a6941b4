import { reads } from "@/platform/access/procedure";
import { pageShape } from "@/platform/database/page";
import { readingComment, readingPost } from "../guards";
import { versionsOf } from "./versions";
import { historyView } from "./views";

/** How words came to be what they are, for whoever reads them. */
export const historyProcedures = {
  history: reads(readingPost)
    .input(pageShape)
    .output(historyView)
    .query(async ({ ctx, input }) => {
      const { id, title, body, version, author, editedAt, createdAt } = ctx.resource;
      const standing = { conversation: id, comment: null, version, title, body, at: editedAt ?? createdAt };
      return { title, author, ...(await versionsOf(ctx.db, standing, input)) };
    }),
  commentHistory: reads(readingComment)
    .input(pageShape)
    .output(historyView)
    .query(async ({ ctx, input }) => {
      const { id, conversationId, body, version, author, editedAt, createdAt, question } = ctx.resource;
      const at = editedAt ?? createdAt;
      const standing = { conversation: conversationId, comment: id, version, title: "", body, at };
      return { title: question.title, author, ...(await versionsOf(ctx.db, standing, input)) };
    }),
};
