import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { space } from "@/spaces/schema";
import { STAGES } from "@/stages/shape";
import { publishPost } from "./actions/publish-post";
import { removePost } from "./actions/remove-words";
import { canSeePost, postsVisibleTo } from "./policy";
import { conversation, post } from "./schema";

withDatabase();

const words = { kind: "discussion", title: "Tried", body: "and tried" } as const;

/** A post in each kind of room, standing and removed. */
async function writeInEveryRoom(author: PersonId, owner: PersonId): Promise<void> {
  const places = [
    [author, "member"],
    [owner, "owner"],
  ] as const;
  for (const visibility of ["open", "request", "private"] as const)
    for (const opensAt of ["founding", "pilot"] as const)
      for (const removed of [false, true]) {
        const room = await aSpace({ visibility, opensAt, places });
        const id = await acting(author, (act) => publishPost(act, room, words));
        if (removed) await acting(author, (act) => removePost(act, id));
      }
}

test("what the decision says of a post, the filter says too, for everybody at every stage", async () => {
  await atStage("general");
  const people = {
    outside: await aPerson(),
    member: await aPerson({ admitted: "host-invitation" }),
    inside: await aPerson({ admitted: "host-invitation" }),
    owner: await aPerson({ admitted: "host-invitation" }),
    host: await aPerson({ roles: ["host"] }),
    admin: await aPerson({ roles: ["admin"] }),
  };
  await writeInEveryRoom(people.inside, people.owner);
  const all = await reader()
    .select()
    .from(post)
    .innerJoin(space, eq(space.id, post.spaceId))
    .innerJoin(conversation, eq(conversation.id, post.id));
  expect(all).toHaveLength(12);
  let seen = 0;
  for (const stage of STAGES) {
    await atStage(stage);
    for (const [who, person] of Object.entries(people)) {
      const viewer = await viewerFor(person);
      const rows = await reader()
        .select({ id: post.id })
        .from(post)
        .innerJoin(space, eq(space.id, post.spaceId))
        .where(postsVisibleTo(viewer));
      const visible = new Set(rows.map((row) => row.id));
      for (const one of all) {
        const { authorId } = one.conversation;
        const says = canSeePost(viewer, { authorId, removedAt: one.post.removedAt, space: one.space });
        expect(visible.has(one.post.id), `${who} at ${stage}: ${one.space.visibility}`).toBe(says);
        seen += Number(says);
      }
    }
  }
  expect(seen).toBeGreaterThan(40);
});
