import { withDatabase } from "@tests/support/database";
import { acting, atStage } from "@tests/support/people";
import { aComment, aPost, aRoom } from "@tests/support/posts";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { reader } from "@/platform/database/client";
import { editComment, editPost } from "./actions/edit-words";
import { comment, conversation } from "./schema";
import type { CommentId, ConversationId } from "./shape";

withDatabase();
beforeAll(() => atStage("founding"));

const ENGLISH = "The workshop on Monday is in the big hall, and the oven is cold.";
const FRENCH = "L’atelier de lundi se tient dans la grande salle, avec toute l’équipe.";
const GERMAN = "Die Sitzung der Arbeitsgruppe beginnt morgen früh um neun Uhr im großen Saal.";
const ITALIAN = "Buongiorno a tutti, domani parliamo del nuovo forno: chi vuole venire può scrivere qui sotto.";
const SHORT = "Our oven is broken";

async function ofPost(id: ConversationId) {
  const [row] = await reader().select().from(conversation).where(eq(conversation.id, id));
  return row?.language;
}

async function ofComment(id: CommentId) {
  const [row] = await reader().select().from(comment).where(eq(comment.id, id));
  return row?.language;
}

test.each([
  [ENGLISH, "en"],
  [FRENCH, "fr"],
  [GERMAN, null],
  [ITALIAN, null],
  [SHORT, null],
])("%s (%s): told of what is written and of what is changed", async (body, told) => {
  const room = await aRoom();
  const before = told === "fr" ? ENGLISH : FRENCH;
  expect(await ofPost(await aPost(room, { title: "Levain", body }))).toBe(told);
  const post = await aPost(room, { title: "Levain", body: before });
  await acting(room.author, (act) => editPost(act, post, { title: "Levain", body }));
  expect(await ofPost(post)).toBe(told);

  expect(await ofComment(await aComment(room.reader, post, body))).toBe(told);
  const said = await aComment(room.reader, post, before);
  await acting(room.reader, (act) => editComment(act, { id: said, conversationId: post }, { body }));
  expect(await ofComment(said)).toBe(told);
});

test("a language chosen by hand is kept, whatever the words look like", async () => {
  const room = await aRoom();
  const post = await aPost(room, { title: "Levain", body: ENGLISH, language: "fr" });
  expect(await ofPost(post)).toBe("fr");
  await acting(room.author, (act) => editPost(act, post, { title: "Levain", body: GERMAN, language: "en" }));
  expect(await ofPost(post)).toBe("en");
});
