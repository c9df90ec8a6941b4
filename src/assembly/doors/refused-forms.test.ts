import { withDatabase } from "@tests/support/database";
import { aPerson } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hashOfToken } from "@/members/sessions/token";
import { reader, transaction } from "@/platform/database/client";
import { keepRefused, refusedFormOf } from "./refused-forms";
import { refusedForm } from "./schema";

withDatabase();

const problem = { code: "fault", ref: "none" } as const;
const form = (body: string) => ({ procedure: "posts.publish", problem, typed: { body: [body] } });

test("of one owner's refused forms only the newest are kept", async () => {
  const personId = await aPerson();
  const other = await aPerson();
  const first = await transaction((tx) => keepRefused(tx, { personId: other }, form("theirs")));
  for (let n = 0; n < 25; n++) await transaction((tx) => keepRefused(tx, { personId }, form(`form ${n}`)));
  const mine = await reader().select().from(refusedForm).where(eq(refusedForm.personId, personId));
  expect(mine.map((one) => one.typed.body?.[0]).sort()).toEqual(
    Array.from({ length: 10 }, (_, n) => `form ${n + 15}`).sort(),
  );
  expect(await refusedFormOf(reader(), other, first, "en")).not.toBeNull();
});

test("a form longer than any of ours is not kept, only why it was refused", async () => {
  const token = "a token";
  const kept = async (body: string) => {
    const id = await transaction((tx) => keepRefused(tx, { token }, form(body)));
    const rows = await reader()
      .select()
      .from(refusedForm)
      .where(eq(refusedForm.holder, hashOfToken(token)));
    return rows.find((one) => one.id === id)?.typed;
  };
  expect(await kept("é".repeat(45_000))).toEqual({ body: ["é".repeat(45_000)] });
  expect(await kept("x".repeat(900_000))).toEqual({});
});
