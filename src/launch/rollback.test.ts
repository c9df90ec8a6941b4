import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { reactions } from "@/assembly/reactions";
import { createCaller } from "@/assembly/router";
import { letter } from "@/mail/schema";
import { person, personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import type { ConversationId } from "@/posts/shape";
import { loadFacts } from "@/readiness/load-facts";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { ADMISSION_KINDS, NO_AUDIENCE, STAGES, type Stage } from "@/stages/shape";
import { askToJoin, takeRequestBack } from "./actions/ask-to-join";
import { flipStage } from "./actions/flip-stage";
import { undoFlip } from "./actions/undo-flip";
import { rehearse } from "./rehearsal";
import { flip, joinRequest } from "./schema";

withDatabase();

beforeEach(async () => {
  await transaction((tx) => tx.execute(sql`truncate ${person}, ${space}, ${event}, ${flip} cascade`));
});

/** Moves the launch, whatever the gates say. */
async function move(by: PersonId, to: Stage, reason = "Too early: nobody answers.") {
  const { version } = await rehearse(reader(), to, null);
  return acting(by, (act) => flipStage(act, { to, version, reason, override: "tried" }));
}

const tellAll = async () => {
  for (const { id } of await reader().select({ id: event.id }).from(event)) await dispatchEvent(id, reactions);
};

const words = { kind: "discussion", title: "Bread", body: "Words" } as const;
const somebody = fc.record({
  admitted: fc.option(fc.constantFrom(...ADMISSION_KINDS)),
  department: fc.constantFrom("", "Sales"),
  wrote: fc.constantFrom("nothing", "post", "comment"),
});
const way = fc.shuffledSubarray([...STAGES], { minLength: 2, maxLength: 4 });

test("whoever was inside and wrote anything is still inside after every way back, and nobody else comes in by it", async () => {
  const property = fc.asyncProperty(fc.array(somebody, { maxLength: 6 }), way, async (people, stages) => {
    await transaction((tx) => tx.execute(sql`truncate ${person}, ${space}, ${flip} cascade`));
    const boss = await aPerson({ roles: ["admin"] });
    const room = await aSpace({ places: [[boss, "owner"]] });
    const opening = await acting(boss, (act) => publishPost(act, room, words));
    await atStage(stages[0] ?? "general", { departments: ["Sales"], sites: [], groups: [] });
    const community = await peopled(people, room, opening);
    for (const to of stages.slice(1)) {
      const before = await insideOf(community);
      const isBack = STAGES.indexOf(to) < STAGES.indexOf((await viewerFor(boss)).stage);
      await move(boss, to);
      const after = await insideOf(community);
      if (!isBack) continue;
      expect(after).toEqual(expect.arrayContaining(before.filter((id) => community.get(id) === true)));
      expect(before).toEqual(expect.arrayContaining(after));
    }
  });
  await fc.assert(property, { numRuns: 10 });
});

/** Makes the people, who write as they are wished to; gives whether each did. */
async function peopled(
  people: readonly (typeof somebody extends fc.Arbitrary<infer One> ? One : never)[],
  room: SpaceId,
  opening: ConversationId,
): Promise<Map<PersonId, boolean>> {
  const community = new Map<PersonId, boolean>();
  for (const { wrote, ...wish } of people) {
    const id = await aPerson(wish);
    community.set(id, wrote !== "nothing");
    if (wrote === "post") await acting(id, (act) => publishPost(act, room, words));
    if (wrote === "comment") await acting(id, (act) => addComment(act, opening, { body: "Me too" }));
  }
  return community;
}

async function insideOf(community: ReadonlyMap<PersonId, boolean>): Promise<PersonId[]> {
  const inside: PersonId[] = [];
  for (const id of community.keys()) if ((await viewerFor(id)).standing.admitted) inside.push(id);
  return inside;
}

test("going back writes the reason to those who stand outside and those who wait, and to nobody who stays", async () => {
  const boss = await aPerson({ roles: ["admin"], name: "Ada" });
  await atStage("early");
  const room = await aSpace({ places: [[boss, "owner"]] });
  const [lost, waits] = [await aPerson({ admitted: "wave" }), await aPerson()];
  const stays = await aPerson({ admitted: "wave" });
  await acting(stays, (act) => publishPost(act, room, words));
  await acting(waits, async (act) =>
    askToJoin(act, await viewerFor(waits), { needs: "", brings: "", helps: "", knows: "" }),
  );
  const { effect } = await rehearse(reader(), "founding", null);
  expect(effect).toMatchObject({ lost: { count: 1, letters: 1 }, kept: 1, waiting: { count: 1, letters: 1 } });
  await move(boss, "founding", "The ovens are cold.");
  await tellAll();
  const letters = await reader()
    .select({ to: personAddress.personId, text: letter.bodyText })
    .from(letter)
    .innerJoin(personAddress, eq(personAddress.address, letter.toAddress))
    .where(eq(letter.kind, "stage-closed"));
  expect(letters.map(({ to }) => to).sort()).toEqual([lost, waits].sort());
  for (const { text } of letters) expect(text).toContain("  The ovens are cold.\n  — Ada");
  expect((await viewerFor(stays)).standing).toMatchObject({ admitted: true, because: "kept" });
});

test("whom a step back puts outside waits again at the old place, and is inside again when it is undone", async () => {
  const boss = await aPerson({ roles: ["admin"] });
  await atStage("early");
  const [first, gone] = [await aPerson(), await aPerson()];
  const wants = { needs: "Bread", brings: "", helps: "", knows: "" } as const;
  for (const id of [first, gone]) await acting(id, async (act) => askToJoin(act, await viewerFor(id), wants));
  await acting(gone, takeRequestBack);
  const asked = await reader().select().from(joinRequest).orderBy(joinRequest.id);
  await move(boss, "general");
  await tellAll();
  const answered = await reader().select().from(joinRequest).orderBy(joinRequest.id);
  const { id: back } = await move(boss, "early");
  expect(await reader().select().from(joinRequest).orderBy(joinRequest.id)).toEqual(asked);
  await acting(boss, (act) => undoFlip(act, { flip: back, reason: "" }));
  const [again] = await reader().select().from(joinRequest).where(eq(joinRequest.personId, first));
  expect(again?.closedAt).not.toBeNull();
  expect(again?.closedByFlip).toBe(answered.find(({ personId }) => personId === first)?.closedByFlip);
});

test("after a way back nobody new arrives by what the later stage had opened", async () => {
  const boss = await aPerson({ roles: ["admin"] });
  await atStage("general");
  await move(boss, "founding");
  const late = await aPerson({ admitted: "wave", department: "Sales" });
  expect((await viewerFor(late)).standing).toEqual({ admitted: false, because: "stage" });
});

test("whoever is kept inside was asked in by nobody: neither the door nor groundwork's gate counts them", async () => {
  const admin = await aPerson({ roles: ["admin"] });
  await atStage("general");
  for (let n = 0; n < 5; n += 1) await wroteOnce(await aPerson());
  await aPerson({ admitted: "wave" });
  await move(admin, "groundwork");
  const { wordOfMouth } = await createCaller({
    viewer: await viewerFor(admin),
    locale: "en",
    requestId: "test",
  }).launch.room();
  expect(wordOfMouth).toEqual({ sent: 0, came: 0, of: 1 });
  const { gates } = await rehearse(reader(), "founding", null);
  expect(gates?.gates.map(({ key, parts }) => [key, parts[0]?.value])).toContainEqual(["G1", 1]);
  const { facts } = await loadFacts(reader(), { stage: "general", audience: NO_AUDIENCE }, daysAfter(now(), 1));
  expect(facts.arrivals).toHaveLength(1);
});

test("authors of an archive who never signed in are not kept, unless they are asked in", async () => {
  const admin = await aPerson({ roles: ["admin"] });
  await atStage("general");
  const [author, asked] = [await aPerson({ claimed: false }), await aPerson({ claimed: false, admitted: "wave" })];
  for (const id of [author, asked]) await wroteOnce(id);
  expect((await rehearse(reader(), "founding", null)).effect).toMatchObject({
    lost: { count: 1, letters: 0 },
    kept: 1,
  });
  await move(admin, "founding");
  expect((await viewerFor(author)).standing).toMatchObject({ admitted: false });
  expect((await viewerFor(asked)).standing).toMatchObject({ admitted: true, because: "kept" });
});

async function wroteOnce(id: PersonId): Promise<void> {
  await transaction((tx) =>
    tx.execute(sql`insert into conversation (id, kind, author_id, title, body, body_html, created_at, last_activity_at)
      values (gen_random_uuid(), 'post', ${id}::uuid, 'A', 'B', 'B', now(), now())`),
  );
}
