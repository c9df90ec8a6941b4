import { aBoard, anIdea, lettingAll } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { asked } from "@tests/support/posts";
import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { reactions } from "@/assembly/reactions";
import { letter } from "@/mail/schema";
import type { PersonId } from "@/members/shape";
import { sendDigests } from "@/notices/digest/send";
import { mailDue } from "@/notices/letters/send";
import { noticeWish } from "@/notices/wishes/schema";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { DAY, HOUR, MINUTE } from "@/platform/durations";
import { event } from "@/platform/events/schema";
import { idea } from "../schema";
import type { BoardId } from "../shape";
import { attendEntry } from "./actions/publish-entry";
import { canReadEntry } from "./policy";
import { changelogEntries } from "./queries";
import { publishShape } from "./shape";

withDatabase();

const INSIDE = { admitted: "host-invitation" } as const;
let host: PersonId;
let ada: PersonId;
let fan: PersonId;
let open: BoardId;
let secret: BoardId;
beforeAll(async () => {
  await atStage("founding");
  host = await aPerson({ roles: ["host"], name: "Hanna" });
  ada = await aPerson({ ...INSIDE, name: "Ada" });
  fan = await aPerson(INSIDE);
  ({ id: open } = await aBoard());
  ({ id: secret } = await aBoard({ audience: "hosts" }));
});

async function react(): Promise<void> {
  for (const { id } of await reader().select({ id: event.id }).from(event).orderBy(asc(event.at), asc(event.id)))
    await dispatchEvent(id, reactions);
}

const titles = async (who: PersonId) => (await (await asked(who)).changelog.entries({})).items.map((one) => one.title);
const why = async (who: PersonId) => (await (await asked(who)).notices.list({})).items.map((one) => one.why);
const words = { body: "It **is** here.", files: [] };

describe("an entry", () => {
  test("is proposed by what was shipped, in the words that said so, and is a draft until a host publishes it", async () => {
    const idea = await anIdea(open, ada, { title: "Gloves", voters: [ada], status: "planned" });
    const desk = await asked(host);
    await desk.feedback.move({ idea, status: "shipped", note: "Big buttons." });
    await react();
    await react();
    const drafts = (await desk.changelog.drafts({})).items.filter((one) => one.title === "Gloves");
    expect(drafts).toMatchObject([{ body: "Big buttons.", proposed: true, state: "draft", ideas: [{ id: idea }] }]);
    expect(await titles(ada)).not.toContain("Gloves");
    const [draft] = drafts;
    await desk.changelog.publish({ entry: draft?.id ?? "" });
    const [entry] = (await (await asked(ada)).changelog.entries({ idea })).items;
    expect(entry).toMatchObject({ title: "Gloves", votes: 1, by: { id: host }, fresh: true, may: { edit: false } });
    expect((await (await asked(ada)).feedback.news({})).items[0]).toMatchObject({ id: idea, note: "Big buttons." });
    await expect((await asked(ada)).changelog.entry({ entry: draft?.id ?? "" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("is written, changed, made a draft again and thrown away by hosts, and its Markdown is read", async () => {
    const desk = await asked(host);
    const { entry } = await desk.changelog.write({ title: "Bread", ...words });
    await desk.changelog.publish({ entry });
    expect((await (await asked(ada)).changelog.entries({})).items[0]).toMatchObject({
      title: "Bread",
      bodyHtml: expect.stringContaining("<strong>is</strong>"),
    });
    await desk.changelog.edit({ entry, title: "Rye bread", ...words });
    expect(await titles(ada)).toContain("Rye bread");
    await desk.changelog.takeBack({ entry });
    expect(await titles(ada)).not.toContain("Rye bread");
    await desk.changelog.remove({ entry });
    await expect(desk.changelog.entry({ entry })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect((await asked(ada)).changelog.write({ title: "Mine", ...words })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("planned for a moment is there from then on, and is told then", async () => {
    const idea = await anIdea(open, ada, { voters: [fan], status: "in-preview" });
    const desk = await asked(host);
    const { entry } = await desk.changelog.write({ title: "Later", ...words, ideas: [idea] });
    await desk.changelog.publish({ entry, at: daysAfter(now(), 2).toISOString().slice(0, 16) });
    expect((await desk.changelog.entry({ entry })).state).toBe("scheduled");
    expect(await titles(ada)).not.toContain("Later");
    await attendEntry({ entry });
    await react();
    expect(await why(fan)).toEqual([]);
    await at(daysAfter(now(), 3), async () => {
      expect(await titles(ada)).toContain("Later");
      await attendEntry({ entry });
      await attendEntry({ entry });
      await react();
    });
    expect(await why(fan)).toEqual(["entry-told"]);
    await expect(desk.changelog.publish({ entry, at: "2020-01-01T10:00" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    expect(publishShape.safeParse({ at: "2027-03-28T02:30", zone: "Europe/Paris" }).success).toBe(false);
  });

  test("of ideas that one does not see is not there, and the titles of such ideas are nowhere", async () => {
    const hidden = await anIdea(secret, host, { title: "hidden words", status: "shipped" });
    const seen = await anIdea(open, ada, { title: "seen words", status: "shipped" });
    const desk = await asked(host);
    const write = async (title: string, ideas: string[]) => {
      const { entry } = await desk.changelog.write({ title, ...words, ideas });
      await desk.changelog.publish({ entry });
    };
    await write("only hidden", [hidden]);
    await write("both", [hidden, seen]);
    await write("none", []);
    await react();
    const hers = await asked(ada);
    const all = JSON.stringify([
      await hers.changelog.entries({}),
      await hers.feedback.news({}),
      await hers.notices.list({}),
      await hers.changelog.entries({ idea: hidden }),
    ]);
    expect(all).not.toContain("hidden");
    expect(await titles(ada)).toEqual(expect.arrayContaining(["both", "none"]));
    expect(await titles(host)).toEqual(expect.arrayContaining(["only hidden", "both", "none"]));
  });

  test("of an idea that was taken away stays away, whoever changes its words meanwhile", async () => {
    const gone = await anIdea(open, ada, { status: "shipped" });
    const desk = await asked(host);
    const { entry } = await desk.changelog.write({ title: "About it", ...words, ideas: [gone] });
    await desk.changelog.publish({ entry });
    expect(await titles(ada)).toContain("About it");
    await transaction((tx) => tx.update(idea).set({ removedAt: now() }).where(eq(idea.id, gone)));
    expect(await titles(ada)).not.toContain("About it");
    // The form does not show what was taken away, and sends it no more.
    await desk.changelog.edit({ entry, title: "About it still", ...words, ideas: [] });
    expect(await titles(ada)).not.toContain("About it still");
    await transaction((tx) => tx.update(idea).set({ removedAt: null }).where(eq(idea.id, gone)));
    expect(await titles(ada)).toContain("About it still");
  });
});

test("whoever may read an entry finds it in the list, and nobody else", async () => {
  const board = (audience: "members" | "hosts") =>
    ({ ...lettingAll(audience), opensAt: "founding", votesAt: "founding", archivedAt: null }) as const;
  const places = { open, secret };
  const desk = await asked(host);
  const people = [ada, host, await aPerson()];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ on: fc.constantFrom("open", "secret"), removed: fc.boolean() }), { maxLength: 2 }),
      fc.constantFrom("draft", "later", "now"),
      async (links, when) => {
        const ideas = [];
        for (const { on, removed } of links) ideas.push(await anIdea(places[on as "open"], ada, { removed }));
        const { entry } = await desk.changelog.write({ title: "One", ...words, ideas });
        const moment = when === "later" ? new Date(now().getTime() + HOUR) : now();
        if (when === "now") await desk.changelog.publish({ entry });
        if (when === "later")
          await desk.changelog.publish({ entry, at: daysAfter(now(), 1).toISOString().slice(0, 16) });
        for (const who of people) {
          const viewer = await viewerFor(who);
          const { items } = await changelogEntries(reader(), viewer, { take: 50 });
          const facts = {
            publishedAt: when === "draft" ? null : moment,
            ideas: links.map(({ on, removed }) => ({
              removedAt: removed ? now() : null,
              board: board(on === "open" ? "members" : "hosts"),
            })),
          };
          expect(items.some((one) => one.id === entry)).toBe(canReadEntry(viewer, facts, now()));
        }
        await desk.changelog.remove({ entry });
      },
    ),
    { numRuns: 25 },
  );
});

describe("being told", () => {
  test("happens once: not to whoever heard it by the answer, and not twice for two ideas", async () => {
    const [early, late] = [await aPerson(INSIDE), await aPerson(INSIDE)];
    const desk = await asked(host);
    const one = await anIdea(open, ada, { title: "One", voters: [early, late], status: "planned" });
    const two = await anIdea(open, ada, { title: "Two", voters: [late], status: "in-preview" });
    // Early hears of the answer; late wants to hear nothing of ideas, and does again afterwards.
    await (await asked(late)).wishes.setRules({ kinds: { idea: "nothing" }, spaces: {} });
    await desk.feedback.move({ idea: one, status: "shipped", note: "Here." });
    await react();
    await (await asked(late)).wishes.setRules({ kinds: { idea: "default" }, spaces: {} });
    const follower = await aPerson(INSIDE);
    await (await asked(follower)).feedback.follow({ idea: two, level: "everything" });
    const { entry } = await desk.changelog.write({ title: "Both", ...words, ideas: [one, two] });
    await desk.changelog.publish({ entry });
    await react();
    expect(await why(early)).toEqual(["voted"]);
    expect(await why(late)).toEqual(["entry-told"]);
    expect(await why(follower)).toEqual(["entry-told"]);
    const [told] = (await (await asked(late)).notices.list({})).items;
    expect((await (await asked(late)).notices.open({ notice: told?.id ?? "" })).to).toContain("/changelog?idea=");
    // Published anew, nobody is told again.
    await desk.changelog.takeBack({ entry });
    await desk.changelog.publish({ entry });
    await react();
    expect((await (await asked(follower)).notices.list({})).items).toHaveLength(1);
  });

  test("is also a mark in the index until one has looked, for what one may read", async () => {
    const reading = await aPerson(INSIDE);
    const news = async () => (await (await asked(reading)).notices.bell()).news;
    await (await asked(reading)).changelog.saw();
    expect(await news()).toBe(0);
    const desk = await asked(host);
    const hidden = await anIdea(secret, host, { status: "shipped" });
    const { entry: no } = await desk.changelog.write({ title: "No", ...words, ideas: [hidden] });
    await desk.changelog.publish({ entry: no });
    expect(await news()).toBe(0);
    const { entry } = await desk.changelog.write({ title: "Yes", ...words });
    await desk.changelog.publish({ entry });
    expect(await news()).toBe(1);
    await (await asked(reading)).changelog.saw();
    expect(await news()).toBe(0);
  });

  test("in the digest is a section of its own, beside what is new, once, and only of what one may read", async () => {
    const reading = await aPerson({ ...INSIDE, name: "Rita" });
    const wish = {
      position: "digest",
      rhythm: "daily",
      digestDay: 1,
      digestHour: 8,
      quietFrom: 0,
      quietUntil: 0,
    } as const;
    await transaction((tx) => tx.insert(noticeWish).values({ personId: reading, ...wish, workdays: [] }));
    const desk = await asked(host);
    const hidden = await anIdea(secret, host, { status: "shipped" });
    for (const [title, ideas] of [
      ["Rye digest", []],
      ["Hidden digest", [hidden]],
    ] as const)
      await desk.changelog.publish(await desk.changelog.write({ title, ...words, ideas: [...ideas] }));
    const idea = await anIdea(open, ada, { voters: [reading], status: "planned" });
    const answered = async (note: string) => {
      await (await asked(host)).feedback.move({ idea, status: "in-progress", note });
      await react();
    };
    await answered("We began.");
    await at(new Date(now().getTime() + 5 * MINUTE), mailDue);
    const hers = async () => (await reader().select().from(letter)).filter((one) => one.personId === reading);
    await at(daysAfter(now(), 1), sendDigests);
    const [first] = await hers();
    const text = JSON.stringify(first);
    expect(text).toContain("Rye digest");
    expect(text).not.toContain("Hidden digest");
    await at(new Date(now().getTime() + DAY + HOUR), () => answered("It goes on."));
    await at(new Date(now().getTime() + DAY + 2 * HOUR), mailDue);
    await at(daysAfter(now(), 2), sendDigests);
    const letters = await hers();
    expect(letters).toHaveLength(2);
    expect(JSON.stringify(letters.at(-1))).not.toContain("Rye digest");
  });
});
