import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { addComment } from "@/posts/actions/add-comment";
import { removeComment } from "@/posts/actions/remove-words";
import type { CommentId } from "@/posts/shape";

withDatabase();

test("removed comments hide nothing that was said after them, nor a link to it", async () => {
  await atStage("founding");
  const ada = await aPerson({ admitted: "host-invitation" });
  const idea = await anIdea((await aBoard()).id, ada);
  const said: CommentId[] = [];
  for (let n = 0; n < 9; n += 1) said.push(await acting(ada, (act) => addComment(act, idea, { body: `word ${n}` })));
  for (const id of said.slice(0, 6)) await acting(ada, (act) => removeComment(act, id));
  const api = createCaller({ viewer: await viewerFor(ada), locale: "en", requestId: "test" });

  const first = await api.feedback.ideaWithTalk({ idea, take: 5, edge: "start" });
  expect(first.idea.commentCount).toBe(3);
  expect(first.window.later).toBe(true);
  const second = await api.feedback.ideaWithTalk({ idea, take: 5, after: first.window.items.at(-1)?.id });
  const read = [...first.window.items, ...second.window.items].map((one) => one.id);
  expect(read).toEqual(said);

  const last = said.at(-1);
  const linked = await api.feedback.ideaWithTalk({ idea, take: 5, at: last });
  expect(linked.window.items.map((one) => one.id)).toContain(last);
});
