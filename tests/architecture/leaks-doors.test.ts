import { withDatabase } from "@tests/support/database";
import { withIdentityProvider } from "@tests/support/identity";
import type { Leak } from "@tests/support/leaks/ask";
import { knockAs } from "@tests/support/leaks/doors";
import type { Garden } from "@tests/support/leaks/garden";
import { KINDS } from "@tests/support/leaks/oracle";
import { everything } from "@tests/support/leaks/plan";
import { noteSent } from "@tests/support/leaks/sent";
import { tryAs, verbsOn } from "@tests/support/leaks/verbs";
import { later, makeHouse, plantAll } from "@tests/support/leaks/world";
import { withServer } from "@tests/support/served";
import { clientAs } from "@tests/support/uploads";
import { beforeAll, expect, test } from "vitest";
import { at } from "@/platform/clock";

withDatabase();
const served = withServer();
withIdentityProvider();

let garden: Garden;
beforeAll(async () => {
  garden = await makeHouse(everything("private"));
  await plantAll(garden);
  await noteSent(garden);
}, 120_000);

test("no door tells a word, or that there is one, to those for whom it is not there", async () => {
  const leaks: Leak[] = [];
  for (const kind of KINDS) leaks.push(...(await knockAs(garden, served, kind)));
  expect(leaks).toEqual([]);
  // The doors do open, to those for whom it is there.
  const member = await clientAs(served, garden.cast.ids.member);
  const place = garden.plants.find((one) => one.place === "place of a event")?.word ?? "";
  const files = garden.keys("post").map(async (id) => (await member.get(`/calendar/posts/${id}.ics`)).text());
  expect((await Promise.all(files)).filter((file) => file.includes(place))).toHaveLength(1);
}, 180_000);

test("a verb on what is not there for somebody is answered as one on what was never made", async () => {
  const leaks: Leak[] = [];
  for (const kind of ["stranger", "former", "out of the group", "host", "former host"] as const)
    leaks.push(...(await at(later(5), () => tryAs(garden, kind))));
  expect(leaks).toEqual([]);
  // Spaces, posts, comments, boards, ideas and notices all have their verbs.
  expect(new Set((await verbsOn(garden)).map(({ about }) => about.kind))).toEqual(
    new Set(["space", "post", "comment", "board", "board slug", "idea", "idea comment", "notice"]),
  );
}, 120_000);
