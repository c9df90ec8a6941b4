import { withDatabase } from "@tests/support/database";
import { atStage } from "@tests/support/people";
import { aComment, aPost, aRoom, asked } from "@tests/support/posts";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { rehearse } from "@/launch/rehearsal";
import { at, daysAfter, now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { space } from "@/spaces/schema";

withDatabase();

test("whoever runs a room reads of it what the rehearsal of the next step says, and nobody else reads that", async () => {
  await atStage("founding");
  const room = await aRoom();
  const [facts] = await reader().select({ slug: space.slug }).from(space).where(eq(space.id, room.space));
  const slug = facts?.slug ?? "";
  const cold = async () => (await (await asked(room.owner)).posts.room({ slug })).cold;
  const rehearsed = async () =>
    (await rehearse(reader(), "early", null)).effect.emptyRooms.find((one) => one.slug === slug)?.cold ?? [];
  expect(await cold()).toEqual(["authors", "quiet"]);
  expect(await rehearsed()).toEqual(["authors", "quiet"]);
  const post = await aPost(room);
  await aComment(room.reader, post);
  expect([await cold(), await rehearsed()]).toEqual([["authors"], ["authors"]]);
  await aComment(room.owner, post);
  expect([await cold(), await rehearsed()]).toEqual([[], []]);
  await at(daysAfter(now(), 8), async () => expect(await cold()).toEqual(["quiet"]));
  expect((await (await asked(room.reader)).posts.room({ slug })).cold).toBeNull();
});
