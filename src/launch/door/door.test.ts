import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { publishPost } from "@/posts/actions/publish-post";
import { admission } from "@/stages/schema";

withDatabase();

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

test("whoever agreed is seen from the door with their sentence, until they take it back or are no longer inside", async () => {
  await atStage("founding");
  const member = await asked(await aPerson({ admitted: "host-invitation", name: "Mona" }));
  const outside = await aPerson();
  const faces = async () => (await (await asked(outside)).launch.waiting()).faces;
  expect(await member.door.mine()).toEqual({ face: null });
  expect(await faces()).toEqual([]);
  await member.door.show({ words: "I keep the ovens running." });
  await member.door.show({ words: "I bake." });
  expect(await faces()).toEqual([{ displayName: "Mona", words: "I bake.", photo: null }]);
  await atStage("groundwork");
  expect(await faces()).toEqual([]);
  await atStage("founding");
  await member.door.hide();
  expect(await faces()).toEqual([]);
  await expect(member.door.show({ words: " " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect((await asked(outside)).door.show({ words: "Me too." })).rejects.toMatchObject({
    code: "PRECONDITION_FAILED",
  });
});

test("nothing of posts, spaces or people who did not agree reaches the door, except who vouches for oneself", async () => {
  await atStage("founding");
  const silent = await aPerson({ admitted: "host-invitation", name: "SECRETNAME", department: "SECRETPLACE" });
  const voucher = await aPerson({ admitted: "host-invitation", name: "Omar" });
  const room = await aSpace({ slug: "secretslug" });
  const words = { kind: "discussion", title: "SECRETTITLE", body: "SECRETWORDS" } as const;
  await acting(silent, (act) => publishPost(act, room, words));
  const [me, other] = [await aPerson(), await aPerson()];
  for (const [to, by] of [[me, voucher] as const, [other, silent] as const])
    await transaction((tx) =>
      tx.insert(admission).values({
        id: newId<"admission">(),
        personId: to,
        kind: "member-invitation",
        grantedBy: by,
        grantedAt: now(),
      }),
    );
  await (await asked(other)).launch.askToJoin({ needs: "SECRETNEED", brings: "" });
  await (await asked(me)).launch.askToJoin({ needs: "", brings: "" });
  const told = await (await asked(me)).launch.waiting();
  expect(told.request).toMatchObject({ before: 1, vouchedBy: ["Omar"] });
  expect(JSON.stringify(told)).not.toMatch(/secret(name|place|slug|title|words|need)/i);
});
