import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { expect, it } from "vitest";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { newId } from "@/platform/ids";
import { comment, conversation, post } from "@/posts/schema";
import type { SpaceId } from "@/spaces/shape";
import { conversationGraph } from "./graph";

withDatabase();

type Talk = { spaceId: SpaceId; by: PersonId; answers: readonly PersonId[]; daysAgo?: number };

async function talk({ spaceId, by, answers, daysAgo = 3 }: Talk): Promise<void> {
  const createdAt = new Date(now().getTime() - daysAgo * DAY);
  const id = newId<"conversation">();
  const text = { body: "a word", bodyHtml: "", createdAt };
  await transaction(async (tx) => {
    await tx
      .insert(conversation)
      .values({ id, kind: "post", authorId: by, title: "t", lastActivityAt: createdAt, ...text });
    await tx.insert(post).values({ id, spaceId, kind: "discussion", lastActivityAt: createdAt });
    for (const authorId of answers)
      await tx.insert(comment).values({ id: newId<"comment">(), conversationId: id, authorId, ...text });
  });
}

it("joins who answered whom, shows who stands alone, and tells nothing of private spaces nor of small departments", async () => {
  await atStage("founding");
  const host = await aPerson({ name: "Hanna", roles: ["host"] });
  const open = await aSpace({});
  const hidden = await aSpace({ visibility: "private" });
  const inside = { admitted: "host-invitation", department: "Ovens" } as const;
  expect((await conversationGraph(reader(), await viewerFor(host), now())).people).toEqual([]);

  const ana = await aPerson({ name: "Ana", ...inside });
  const boris = await aPerson({ name: "Boris", ...inside });
  const chloe = await aPerson({ name: "Chloé", ...inside, department: "Sales" });
  const dora = await aPerson({ name: "Dora", ...inside });
  const emil = await aPerson({ name: "Emil", ...inside });
  await talk({ spaceId: open, by: ana, answers: [boris, boris, ana] });
  await talk({ spaceId: open, by: chloe, answers: [] });
  await talk({ spaceId: hidden, by: dora, answers: [ana] });
  await talk({ spaceId: open, by: emil, answers: [ana], daysAgo: 100 });

  const graph = await conversationGraph(reader(), await viewerFor(host), now());
  expect(graph.people.map(({ displayName, ties, written }) => [displayName, ties, written]).sort()).toEqual([
    ["Ana", 1, 2],
    ["Boris", 1, 2],
    ["Chloé", 0, 1],
  ]);
  expect(graph.ties).toHaveLength(1);
  expect(graph.ties[0]?.count).toBe(2);
  expect(graph.groups).toEqual({ shown: [], others: null });
  expect(graph.people.every(({ group }) => group === null)).toBe(true);
});
