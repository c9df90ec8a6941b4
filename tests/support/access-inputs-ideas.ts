import type { InputOf } from "@tests/support/access-inputs-launch";
import type { AccessWorld } from "@tests/support/access-world";
import { acting } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { moveIdea } from "@/feedback/actions/move-idea";
import { suggestIdea } from "@/feedback/actions/suggest-idea";
import { deskView } from "@/feedback/desk/schema";
import { mergeIdeas } from "@/feedback/merging/actions/merge-ideas";
import { ideaMerge } from "@/feedback/merging/schema";
import { ideaNote } from "@/feedback/notes/schema";
import { hostNote } from "@/feedback/telling/schema";
import { now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import type { ConversationId } from "@/posts/shape";

/** Two ideas of one board, by the space member. */
async function two(w: AccessWorld) {
  const { board } = await w.freshBoard();
  const words = { title: "Wished", body: "for", need: "need" } as const;
  const make = () => acting(w.people["space member"], (act) => suggestIdea(act, { id: board, votesOpen: true }, words));
  return { idea: await make(), into: await make() };
}

async function standingMerge(idea: ConversationId): Promise<string> {
  const [row] = await reader().select({ id: ideaMerge.id }).from(ideaMerge).where(eq(ideaMerge.ideaId, idea));
  return row?.id ?? "";
}

/** A note of the space member to the hosts, which may become an idea. */
async function aNote(w: AccessWorld) {
  const id = newId<"host-note">();
  const words = { words: "a word", pagePath: "/", pageTitle: "Home", version: "0", viewport: "", mayBecomeIdea: true };
  await transaction((tx) =>
    tx.insert(hostNote).values({ id, personId: w.people["space member"], ...words, at: now() }),
  );
  return { note: id };
}

const BASIS = "open.1./open.1.";

/** What the procedures about what hosts do with ideas are tried with. */
export const IDEAS_INPUTS: Readonly<Record<string, InputOf>> = {
  "feedback.mergeTargets": two,
  "feedback.merge": async (w) => ({ ...(await two(w)), basis: BASIS }),
  "feedback.undoMerge": async (w) => {
    const { idea, into } = await two(w);
    await acting(w.people.host, (act) => mergeIdeas(act, idea, { into, note: "", basis: BASIS }));
    return { idea, merge: await standingMerge(idea) };
  },
  "feedback.course": (w) => w.freshIdea(),
  "feedback.followIdea": async (w) => ({ ...(await w.freshIdea()), wish: "both" }),
  "feedback.transferTargets": (w) => w.freshIdea(),
  "feedback.transfer": async (w) => {
    const { board } = await w.freshBoard();
    const words = { title: "Wished", body: "for", need: "need" } as const;
    const on = { id: board, votesOpen: true };
    const idea = await acting(w.people["space member"], (act) => suggestIdea(act, on, words));
    return { idea, from: board, to: (await w.freshBoard()).board };
  },
  "feedback.lockTalk": async (w) => ({ ...(await w.freshIdea()), locked: true }),
  "feedback.notes": (w) => w.freshIdea(),
  "feedback.addNote": async (w) => ({ ...(await w.freshIdea()), body: "a word" }),
  "feedback.removeNote": async (w, who) => {
    const { idea } = await w.freshIdea();
    const id = newId<"idea-note">();
    const words = { body: "a word", bodyHtml: "<p>a word</p>", writtenBy: w.people[who], writtenAt: now() };
    await transaction((tx) => tx.insert(ideaNote).values({ id, ideaId: idea, ...words }));
    return { idea, note: id };
  },
  "desk.open": () => ({}),
  "desk.table": () => ({}),
  "desk.pairs": () => undefined,
  "desk.keepApart": async (w) => {
    const { idea, into } = await two(w);
    return { idea, other: into };
  },
  "desk.weigh": async (w) => ({ ...(await w.freshIdea()), effort: 2, value: 4 }),
  "desk.place": async (w) => {
    const { idea } = await w.freshIdea();
    const answer = { status: "under-review", note: "We look", promisedFor: "" } as const;
    await acting(w.people.host, (act) => moveIdea(act, idea, answer));
    return { idea, step: "higher" };
  },
  "telling.mine": () => ({}),
  "telling.tell": () => ({ words: "a word", from: "/boards" }),
  "telling.suggest": async (w) => ({ board: (await w.freshBoard()).board, title: "Wished", body: "for" }),
  "telling.desk": () => ({}),
  "telling.answer": async (w) => ({ ...(await aNote(w)), answer: "We look" }),
  "telling.close": aNote,
  "telling.makeIdea": async (w) => ({ ...(await aNote(w)), board: (await w.freshBoard()).board, title: "Wished" }),
  "desk.keepView": () => ({ name: "Mine", order: "votes" }),
  "desk.dropView": async (w, who) => {
    const id = newId<"desk-view">();
    const row = { id, personId: w.people[who], name: id, query: "", keptAt: now() };
    await transaction((tx) => tx.insert(deskView).values(row));
    return { view: id };
  },
};
