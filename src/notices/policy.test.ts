import { lettingAll } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { openBoard } from "@/feedback/actions/run-board";
import { suggestIdea } from "@/feedback/actions/suggest-idea";
import { canSeeIdea } from "@/feedback/policy";
import { readersOfConversation } from "@/feedback/readers";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { publishPost } from "@/posts/actions/publish-post";
import { canSeePost } from "@/posts/policy";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { VISIBILITIES } from "@/spaces/shape";
import { currentStage } from "@/stages/queries";
import { STAGES } from "@/stages/shape";
import { noticesVisibleTo } from "./policy";
import { notice } from "./schema";

withDatabase();

type Thing = { readonly id: ConversationId; readonly seenBy: (who: PersonId) => Promise<boolean> };
const people: PersonId[] = [];
const things: Thing[] = [];

beforeAll(async () => {
  await atStage("general");
  const invited = { admitted: "host-invitation" } as const;
  const [member, owner] = [await aPerson(invited), await aPerson(invited)];
  const [host, admin] = [await aPerson({ roles: ["host"] }), await aPerson({ roles: ["admin"] })];
  const gone = await aPerson({ ...invited, state: "suspended" });
  people.push(await aPerson(), await aPerson({ admitted: "wave" }), await aPerson(invited), member, owner, host, admin);
  people.push(gone);
  for (const visibility of VISIBILITIES)
    for (const opensAt of ["groundwork", "early"] as const) {
      const places = [
        [member, "member"],
        [gone, "member"],
        [owner, "owner"],
      ] as const;
      const room = await aSpace({ visibility, opensAt, places });
      const words = { kind: "discussion", title: "Told", body: "to some" } as const;
      const id = await acting(owner, (act) => publishPost(act, room, words));
      const facts = { id: room, visibility, opensAt, archivedAt: null };
      const seenBy = async (who: PersonId) =>
        canSeePost(await viewerFor(who), { authorId: owner, removedAt: null, space: facts });
      things.push({ id, seenBy });
    }
  for (const audience of ["members", "hosts"] as const)
    for (const opensAt of ["groundwork", "early"] as const) {
      const slug = `board-${audience}-${opensAt}`;
      const wish = { slug, name: "Board", purpose: "", ...lettingAll(audience), opensAt, votesAt: opensAt };
      const board = await acting(host, (act) => openBoard(act, wish));
      const idea = { title: "Idea", body: "b", need: "need" } as const;
      const id = await acting(host, (act) => suggestIdea(act, { id: board.id, votesOpen: false }, idea));
      const facts = { ...lettingAll(audience), opensAt, votesAt: opensAt, archivedAt: null };
      const seenBy = async (who: PersonId) => canSeeIdea(await viewerFor(who), { removedAt: null, board: facts });
      things.push({ id, seenBy });
    }
  for (const personId of people)
    for (const { id } of things) {
      const row = { id: newId<"notice">(), personId, bundle: `talk:${id}`, conversationId: id } as const;
      const told = { kind: "thread", why: "space-thread", since: now(), lastAt: now() } as const;
      await transaction((tx) => tx.insert(notice).values({ ...row, ...told }));
    }
});

describe.each(STAGES)("at %s", (stage) => {
  test("whoever may be told of a conversation is who could open it, one by one and as a list", async () => {
    await atStage(stage);
    const launch = await currentStage(reader());
    for (const { id, seenBy } of things) {
      const told = await reader()
        .select({ id: person.id })
        .from(person)
        .innerJoin(conversation, eq(conversation.id, id))
        .where(readersOfConversation(launch, now()));
      const seen = [];
      for (const who of people) if (await seenBy(who)) seen.push(who);
      expect(told.map((row) => row.id).sort()).toEqual(seen.sort());
    }
  });

  test("a person's notices are of what that person could open", async () => {
    await atStage(stage);
    for (const who of people) {
      const rows = await reader()
        .select({ id: notice.conversationId })
        .from(notice)
        .where(and(noticesVisibleTo(await viewerFor(who)), sql`true`));
      const seen = [];
      for (const { id, seenBy } of things) if (await seenBy(who)) seen.push(id);
      expect(rows.map((row) => row.id).sort()).toEqual(seen.sort());
    }
  });
});
