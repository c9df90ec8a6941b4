import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage } from "@tests/support/people";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader, transaction } from "@/platform/database/client";
import { addComment } from "./actions/add-comment";
import { publishPost } from "./actions/publish-post";
import { RENDER_VERSION } from "./render";
import { renderAgain } from "./render-again";
import { comment, conversation } from "./schema";

withDatabase();

test("what an older version rendered is rendered again, and what the present one did is left alone", async () => {
  await atStage("founding");
  const ada = await aPerson({ admitted: "host-invitation" });
  const room = await aSpace({ places: [[ada, "member"]] });
  const words = { kind: "discussion", title: "T", body: "**old** :tada:" } as const;
  const post = await acting(ada, (act) => publishPost(act, room, words));
  await acting(ada, (act) => addComment(act, post, { body: "- [x] done" }));
  await transaction(async (tx) => {
    await tx.update(conversation).set({ bodyHtml: "stale", excerpt: "stale", renderVersion: 0 });
    await tx.update(comment).set({ bodyHtml: "stale", renderVersion: 0 });
  });
  expect(await transaction(renderAgain)).toBe(2);
  expect(await transaction(renderAgain)).toBe(0);
  const [row] = await reader()
    .select({ html: conversation.bodyHtml, excerpt: conversation.excerpt, version: conversation.renderVersion })
    .from(conversation)
    .where(sql`true`);
  expect(row).toEqual({ html: "<p><strong>old</strong> 🎉</p>\n", excerpt: "old 🎉", version: RENDER_VERSION });
  const [said] = await reader().select({ html: comment.bodyHtml }).from(comment).where(sql`true`);
  expect(said?.html).toContain("☑ done");
});
