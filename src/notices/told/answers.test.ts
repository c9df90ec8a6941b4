import { withDatabase } from "@tests/support/database";
import { aPerson, atStage } from "@tests/support/people";
import { aComment, aPost, aRoom, asked } from "@tests/support/posts";
import { tellAll } from "@tests/support/telling";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { letter } from "@/mail/schema";
import type { PersonId } from "@/members/shape";
import { at, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { mailDue } from "../letters/send";
import { noticeWish } from "../wishes/schema";

withDatabase();
beforeAll(() => atStage("general"));

async function answers(id: PersonId, show: "unread" | "all" = "unread") {
  const { items } = await (await asked(id)).notices.list({ show });
  return items.filter(({ kind }) => kind === "accepted");
}

test("an answer that was accepted reaches who gave it, and as another thing those who are in the question", async () => {
  const room = await aRoom();
  const follower = await aPerson({ admitted: "host-invitation" });
  const question = await aPost(room, { kind: "question" });
  const [helpful, other] = [await aComment(room.reader, question, "This way"), await aComment(room.owner, question)];
  await (await asked(follower)).reading.follow({ post: question, level: "everything" });
  const asker = await asked(room.author);
  await asker.posts.accept({ comment: helpful });
  await tellAll();
  expect(await answers(room.reader)).toMatchObject([
    { why: "accepted", commentId: helpful, who: [{ id: room.author }] },
  ]);
  expect(await answers(room.owner)).toMatchObject([{ why: "solved", commentId: helpful }]);
  expect(await answers(follower)).toMatchObject([{ why: "solved" }]);
  expect([await answers(room.author), await answers(room.stranger)]).toEqual([[], []]);

  await asker.posts.unaccept({ comment: helpful });
  await tellAll();
  expect(await answers(room.reader, "all")).toEqual([]);
  await asker.posts.accept({ comment: helpful });
  await tellAll();
  const [line] = await answers(room.reader);
  await (await asked(room.reader)).notices.read({ notice: line?.id ?? "" });
  await asker.posts.unaccept({ comment: helpful });
  await asker.posts.accept({ comment: helpful });
  await tellAll();
  expect(await answers(room.reader)).toEqual([]);

  await asker.posts.accept({ comment: other });
  await tellAll();
  expect(await answers(room.owner)).toMatchObject([{ why: "accepted", commentId: other }]);
  expect(await answers(room.reader)).toMatchObject([{ why: "solved", commentId: other }]);
});

test("the mail about an accepted answer says who accepted it, and brings the answer in its author's name", async () => {
  const room = await aRoom();
  const question = await aPost(room, { kind: "question" });
  const helpful = await aComment(room.reader, question, "Fold it *twice*.");
  await aComment(room.owner, question, "No idea.");
  await tellAll();
  const { displayName: helper } = await (await asked(room.author)).members.profile({ person: room.reader });
  await transaction((tx) =>
    tx.insert(noticeWish).values(
      [room.reader, room.owner].map((personId) => {
        return { personId, position: "all" as const, quietFrom: 0, quietUntil: 0, workdays: [] };
      }),
    ),
  );
  for (const who of [room.reader, room.owner]) await (await asked(who)).reading.markThread({ post: question });
  await (await asked(room.author)).posts.accept({ comment: helpful });
  await tellAll();
  await at(new Date(now().getTime() + 5 * MINUTE), mailDue);
  const about = async (id: PersonId) =>
    (await reader().select().from(letter).where(eq(letter.personId, id))).map(({ bodyText }) => bodyText);
  const [other, ...more] = await about(room.owner);
  expect(more).toEqual([]);
  expect(other).toContain("accepted an answer to a question you are in");
  expect(other).toContain(`${helper}:\n\nFold it *twice*.`);
  const [own] = await about(room.reader);
  expect(own).toContain("took your answer as the answer");
  expect(own).not.toContain("Fold it");
});
