import { eq, sql } from "drizzle-orm";
import { changelogEntry } from "@/feedback/changelog/schema";
import { preview, previewStep, previewVolunteer } from "@/feedback/previews/schema";
import { board, idea, ideaMove, vote } from "@/feedback/schema";
import { phaseOf } from "@/feedback/shape";
import { recountVotes } from "@/feedback/votes/recount";
import { at, daysAfter, now } from "@/platform/clock";
import { HOUR } from "@/platform/durations";
import { newId } from "@/platform/ids";
import { openConversation } from "@/posts/actions/open-conversation";
import { render } from "@/posts/render";
import type { ConversationId } from "@/posts/shape";
import type { Cast } from "./cast";
import { demoBoard, demoEntries, demoIdeas } from "./wishes";

/** Makes the board of the demo with its ideas, votes and answers. */
export async function seedIdeas({ tx, who }: Cast): Promise<void> {
  const boardId = newId<"board">();
  await tx.insert(board).values({
    id: boardId,
    ...demoBoard,
    ideaCount: demoIdeas.length,
    createdAt: daysAfter(now(), -60),
  });
  for (const one of demoIdeas) {
    const suggested = daysAfter(now(), -one.daysAgo);
    const cause = { tx, actor: who(one.by), requestId: "demo" };
    const opening = { kind: "idea", authorId: cause.actor, title: one.title, body: one.body } as const;
    const id = await at(suggested, () => openConversation(cause, opening));
    const voters = [{ by: one.by, need: "need", reason: "" } as const, ...one.votes];
    await tx.insert(idea).values({ id, boardId, createdAt: suggested, waitingSince: suggested });
    for (const [n, { by, need, reason }] of voters.entries())
      await tx.insert(vote).values({
        ideaId: id,
        personId: who(by),
        need,
        reason,
        department: sql`(select department from person where id = ${who(by)})`,
        votedAt: new Date(suggested.getTime() + n * HOUR),
      });
    await recountVotes(tx, eq(idea.id, id));
    if (one.move === undefined) continue;
    const movedAt = new Date(suggested.getTime() + one.move.after * HOUR);
    const days = one.move.promisedInDays;
    const promisedFor = days === undefined ? null : daysAfter(now(), days).toISOString().slice(0, 10);
    const answered = phaseOf(one.move.to) === "waiting" ? {} : { waitingSince: null, answeredAt: movedAt };
    await tx
      .update(idea)
      .set({ status: one.move.to, promisedFor, ...answered })
      .where(eq(idea.id, id));
    await tx.insert(ideaMove).values({
      id: newId<"idea-move">(),
      ideaId: id,
      fromStatus: "open",
      toStatus: one.move.to,
      note: one.move.note,
      noteHtml: render(one.move.note).bodyHtml,
      promisedFor,
      movedBy: who(one.move.by),
      movedAt,
    });
    if (one.preview !== undefined) await seedPreview({ tx, who }, id, movedAt, { ...one.preview, by: one.move.by });
  }
  await seedEntries({ tx, who });
}

type DemoPreview = NonNullable<(typeof demoIdeas)[number]["preview"]> & { readonly by: string };

/** Somebody would try it already, and not enough do. */
async function seedPreview({ tx, who }: Cast, ideaId: ConversationId, tied: Date, one: DemoPreview): Promise<void> {
  await tx.insert(preview).values({ ideaId, feature: one.feature, tiedAt: tied });
  await tx
    .insert(previewStep)
    .values({ id: newId<"preview-step">(), ideaId, kind: "tied", byPerson: who(one.by), at: tied });
  for (const [n, by] of one.volunteers.entries())
    await tx
      .insert(previewVolunteer)
      .values({ ideaId, personId: who(by), at: new Date(tied.getTime() + (n + 1) * HOUR) });
}

/** What is new, and a draft of what is next. */
async function seedEntries({ tx, who }: Cast): Promise<void> {
  for (const { by, title, body, daysAgo, published } of demoEntries) {
    const at = daysAfter(now(), -daysAgo);
    const { bodyHtml, excerpt } = render(body);
    const told = published ? { publishedAt: at, toldAt: at } : {};
    const words = { id: newId<"changelog-entry">(), title, body, bodyHtml, excerpt };
    await tx.insert(changelogEntry).values({ ...words, byPerson: who(by), createdAt: at, ...told });
  }
}
