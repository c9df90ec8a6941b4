import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { at } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { people } from "@/search/people";
import { setAway } from "./actions/set-away";
import { setShown } from "./actions/set-shown";
import { canSeeField, fieldVisibleTo } from "./privacy";
import { KEPT_FIELDS, type WhoSees } from "./privacy-shape";
import { profileOf } from "./queries";
import { person } from "./schema";
import { type PersonId, SHOWN_TO } from "./shape";

withDatabase();
beforeEach(() => atStage("founding"));

const ADMITTED = { admitted: "host-invitation" } as const;

async function as<T>(actor: PersonId, work: (act: Parameters<typeof setShown>[0]) => Promise<T>): Promise<T> {
  return transaction((tx) => work({ tx, actor, requestId: newId<"request">() }));
}

function all(to: WhoSees["photo"]): WhoSees {
  return Object.fromEntries(KEPT_FIELDS.map((field) => [field, to])) as WhoSees;
}

test("who sees a field is the same, decided here and in the database", async () => {
  const subject = await aPerson(ADMITTED);
  const beside = await aPerson(ADMITTED);
  const elsewhere = await aPerson(ADMITTED);
  const host = await aPerson({ roles: ["host"] });
  await aSpace({
    visibility: "private",
    places: [
      [subject, "member"],
      [beside, "member"],
    ],
  });
  await aSpace({
    visibility: "open",
    places: [
      [elsewhere, "member"],
      [host, "owner"],
    ],
  });
  for (const to of SHOWN_TO) {
    await as(subject, (act) => setShown(act, all(to)));
    const [row] = await reader().select({ shownTo: person.shownTo }).from(person).where(eq(person.id, subject));
    for (const id of [subject, beside, elsewhere, host])
      for (const field of KEPT_FIELDS) {
        const viewer = await viewerFor(id);
        const facts = { id: subject, shownTo: row?.shownTo ?? {}, sharesSpace: id === subject || id === beside };
        const [sees] = await reader()
          .select({ it: fieldVisibleTo(viewer, field) })
          .from(person)
          .where(eq(person.id, subject));
        expect(sees?.it, `${field} for ${to}`).toBe(canSeeField(viewer, facts, field));
      }
  }
});

test("what is kept is on no profile, no card, and is found by no search", async () => {
  const subject = await aPerson({ ...ADMITTED, name: "Zelda Quint" });
  const other = await viewerFor(await aPerson({ roles: ["host"] }));
  const said = { about: "zymurgyabout", pronouns: "they", interests: ["zymurgy"], canHelpWith: ["zymurgyhelp"] };
  const more = { wantsToLearn: ["zymurgylearn"], languages: ["zymurgish"] };
  await transaction((tx) =>
    tx
      .update(person)
      .set({ ...said, ...more })
      .where(eq(person.id, subject)),
  );
  const find = (search: string) => people(reader(), other, { search, take: 10 });
  expect((await find("zymurgy")).items.map(({ id }) => id)).toEqual([subject]);
  expect((await profileOf(reader(), other, subject))?.interests).toEqual(["zymurgy"]);
  for (const to of ["spaces", "nobody"] as const) {
    await as(subject, (act) => setShown(act, all(to)));
    expect((await find("zymurgy")).items).toEqual([]);
    expect((await people(reader(), other, { search: "", language: "zymurgish", take: 10 })).items).toEqual([]);
    const byName = await find("Zelda");
    expect(byName.items.map(({ id }) => id)).toEqual([subject]);
    expect(JSON.stringify([await profileOf(reader(), other, subject), byName])).not.toMatch(/zymurg|they/);
  }
  expect(JSON.stringify(await profileOf(reader(), await viewerFor(subject), subject))).toMatch(/zymurgyhelp/);
});

test("an absence is told from its first day to its last, by the calendar where the person is", async () => {
  const subject = await aPerson({ ...ADMITTED, name: "Kiri Moana" });
  const stand = await aPerson({ ...ADMITTED, name: "Wiremu Standin" });
  const viewer = await viewerFor(await aPerson(ADMITTED));
  await transaction((tx) => tx.update(person).set({ timeZone: "Pacific/Auckland" }).where(eq(person.id, subject)));
  const days = { from: "2026-12-02", until: "2026-12-03", note: "At the sea.", ask: "wiremu standin" };
  await as(subject, (act) => setAway(act, days));
  const told = async (moment: string) =>
    (await at(new Date(moment), () => profileOf(reader(), viewer, subject)))?.absence ?? null;
  expect(await told("2026-12-01T10:59:00Z")).toBeNull();
  expect(await told("2026-12-01T11:01:00Z")).toMatchObject({
    until: "2026-12-03",
    note: "At the sea.",
    ask: { id: stand },
  });
  expect(await told("2026-12-03T10:59:00Z")).not.toBeNull();
  expect(await told("2026-12-03T11:01:00Z")).toBeNull();
  await expect(as(subject, (act) => setAway(act, { ...days, ask: "Nobody Atall" }))).rejects.toThrow();
});
