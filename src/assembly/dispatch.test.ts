import { withDatabase } from "@tests/support/database";
import { acting, aPerson } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { personSignedOut } from "@/members/sign-in/events";
import { reader, transaction } from "@/platform/database/client";
import { databaseUrl } from "@/platform/env";
import { dispatch, record } from "@/platform/events/event";
import { type Reaction, reaction } from "@/platform/events/reaction";
import { reactionDone } from "@/platform/events/schema";
import { idOf } from "@/platform/ids";
import { startWorking } from "@/platform/jobs/work";
import { dispatchEvent } from "./dispatch";

withDatabase();

function happened(id: PersonId) {
  return acting(id, (act) => record(act, personSignedOut, id, {}));
}

/** Writes `mark` behind the person's title, so that a second run would show. */
function marking(name: string, mark: string, fails: () => boolean = () => false): Reaction {
  return reaction(name, personSignedOut, async (tx, told) => {
    const id = told.subjectId as PersonId;
    const [row] = await tx.select({ title: person.title }).from(person).where(eq(person.id, id));
    await tx
      .update(person)
      .set({ title: `${row?.title}${mark}` })
      .where(eq(person.id, id));
    if (fails()) throw new Error("this reaction fails");
  });
}

async function titleOf(id: PersonId): Promise<string | undefined> {
  const [row] = await reader().select({ title: person.title }).from(person).where(eq(person.id, id));
  return row?.title;
}

test("an event is told once to each reaction, however often it is dispatched", async () => {
  const id = await aPerson();
  const event = await happened(id);
  const reactions = [marking("first", "a"), marking("second", "b")];
  await dispatchEvent(event, reactions.slice(0, 1));
  await dispatchEvent(event, reactions);
  await Promise.all([dispatchEvent(event, reactions), dispatchEvent(event, reactions)]);
  expect(await titleOf(id)).toBe("ab");
});

test("two workers at once run a reaction once", async () => {
  const id = await aPerson();
  const event = await happened(id);
  await Promise.all(Array.from({ length: 5 }, () => dispatchEvent(event, [marking("raced", "x")])));
  expect(await titleOf(id)).toBe("x");
});

test("a reaction that fails leaves nothing, stops no other, and runs when it is tried again", async () => {
  const id = await aPerson();
  const event = await happened(id);
  let broken = true;
  const reactions = [marking("breaks", "c", () => broken), marking("works", "d")];
  await expect(dispatchEvent(event, reactions)).rejects.toThrow("this reaction fails");
  expect(await titleOf(id)).toBe("d");
  broken = false;
  await dispatchEvent(event, reactions);
  expect(await titleOf(id)).toBe("dc");
  const done = await reader().select().from(reactionDone).where(eq(reactionDone.eventId, event));
  expect(done.map((row) => row.reaction).sort()).toEqual(["breaks", "works"]);
});

test("an event of another kind, or one that was erased, moves nothing", async () => {
  const id = await aPerson();
  const event = await happened(id);
  await dispatchEvent(event, [{ ...marking("deaf", "e"), on: "another.event" }]);
  expect(await titleOf(id)).toBe("");
  await dispatchEvent("01890000-0000-7000-8000-00000000dead" as typeof event, [marking("late", "f")]);
});

test("a worker takes what was committed, in a burst too, leaves what was rolled back, and stops", async () => {
  const ids = await Promise.all(Array.from({ length: 60 }, () => aPerson()));
  const waiting = new Set<string>();
  const all = Promise.withResolvers<void>();
  const handle = async (data: unknown) => {
    const { eventId } = data as { eventId: string };
    await dispatchEvent(idOf<"event">().parse(eventId), [marking("worker", "w")]);
    waiting.delete(eventId);
    if (waiting.size === 0) all.resolve();
  };
  await transaction(async (tx) => {
    for (const id of ids) waiting.add(await record({ tx, actor: id, requestId: "burst" }, personSignedOut, id, {}));
  });
  const lost = transaction(async (tx) => {
    await record({ tx, actor: null, requestId: "lost" }, personSignedOut, ids[0] as PersonId, {});
    throw new Error("rolled back");
  });
  await expect(lost).rejects.toThrow("rolled back");
  const stop = await startWorking(databaseUrl(), [{ queue: dispatch, handle }], []);
  await all.promise;
  await stop();
  expect(new Set(await Promise.all(ids.map(titleOf)))).toEqual(new Set(["w"]));
});
