import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { reader } from "@/platform/database/client";
import { acceptAnswer } from "@/posts/actions/accept-answer";
import { addComment } from "@/posts/actions/add-comment";
import { editComment, editPost } from "@/posts/actions/edit-words";
import { publishPost } from "@/posts/actions/publish-post";
import { removeComment, removePost } from "@/posts/actions/remove-words";
import type { PostKind } from "@/posts/shape";
import type { SpaceId } from "@/spaces/shape";
import { find } from "./find";
import type { SearchView } from "./views";
import { learnWords } from "./vocabulary";

withDatabase();

let ada: PersonId;
let room: SpaceId;
let viewer: Viewer;

beforeAll(async () => {
  await atStage("general");
  ada = await aPerson({ name: "Ada Lovelace" });
  room = await aSpace({ slug: "ovens" });
  viewer = await viewerFor(ada);
});

const search = (q: string, who = viewer): Promise<SearchView> => find(reader(), who, { q, take: 20 });
const titles = ({ conversations }: SearchView) =>
  conversations.map(({ title }) => title.map(({ text }) => text).join(""));
const write = (title: string, body: string, wish: { kind?: PostKind; in?: SpaceId; by?: PersonId } = {}) =>
  acting(wish.by ?? ada, (act) => publishPost(act, wish.in ?? room, { kind: wish.kind ?? "discussion", title, body }));
const learn = () => learnWords();

describe("words", () => {
  it("are found by their stems in French and in English, whatever their accents", async () => {
    await write("Les portes fermées", "Nous avons réuni les équipes pour les employés de l’atelier.");
    await write("Sealing the doors", "We were measuring the temperatures of the chambers.");
    for (const q of ["fermé", "fermees", "réunions equipe", "employé", "l'atelier", "ATELIER"])
      expect([q, titles(await search(q))]).toEqual([q, ["Les portes fermées"]]);
    for (const q of ["seals door", "measured temperature", "chamber"])
      expect([q, titles(await search(q))]).toEqual([q, ["Sealing the doors"]]);
  });

  it("are found by their beginnings as they are typed, all but the last one whole", async () => {
    await write("Thermocouples", "Where is the thermocouple of chamber nine calibrated?");
    expect(titles(await search("thermoc"))).toEqual(["Thermocouples"]);
    expect(titles(await search("calibrated thermo"))).toEqual(["Thermocouples"]);
  });

  it("in quotes stand in a row, and those with a minus are not there", async () => {
    await write("Blue trolley", "The blue trolley has a new wheel.");
    await write("Trolley, blue", "A trolley that is painted blue, zinc and all.");
    expect(titles(await search('"blue trolley"'))).toEqual(["Blue trolley"]);
    expect(titles(await search("trolley -zinc"))).toEqual(["Blue trolley"]);
  });

  it("in quotes are marked in a row, the little ones with them, and not where they stand apart", async () => {
    await write("Les portes fermées", "Nous avons réuni les équipes de l’atelier.");
    const [found] = (await search('"les équipes"')).conversations;
    const marks = (pieces: readonly { text: string; marked: boolean }[] = []) =>
      pieces.filter(({ marked }) => marked).map(({ text }) => text);
    expect(marks(found?.title)).toEqual([]);
    expect(marks(found?.passage).join(" ")).toMatch(/^les équipes/);
  });

  it("are forgiven a slip, and the answer says what it is for", async () => {
    await write("Fermentation", "The proofing cabinet ferments overnight.");
    await learn();
    const slip = await search("proofign");
    expect(titles(slip)).toEqual(["Fermentation"]);
    expect(slip.instead).toEqual({ why: "meant", shown: "proofing" });
    expect((await search("fermetnation overnigth")).instead?.shown).toBe("fermentation overnight");
  });

  it("are looked for one by one when nothing has them all", async () => {
    await write("Pallets", "Pallets are stacked behind gate four.");
    const found = await search("pallets unicorns");
    expect(found.instead?.why).toBe("any");
    expect(titles(found)).toEqual(["Pallets"]);
  });

  it.each(["", "  ", "-x", "!!!", "the", '"', ":", "a:b:c", "'; drop table", "\\u{1F600}", "&|!():*<->"])(
    "may be anything: %j",
    async (q) => {
      await expect(search(q)).resolves.toBeDefined();
    },
  );
});

describe("results", () => {
  it("are one for each conversation, with the best passage and the number of others", async () => {
    const id = await write("Which gauge?", "Who has a torque gauge?", { kind: "question" });
    await acting(ada, (act) => addComment(act, id, { body: "The **torque** gauge is in <b>drawer</b> two & three." }));
    await acting(ada, (act) => addComment(act, id, { body: "No torque here." }));
    const { conversations, count } = await search("drawer torque");
    expect(count).toBe(1);
    const [hit] = conversations;
    expect(hit?.comment).not.toBeNull();
    expect(hit?.passage.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(["torque", "drawer"]);
    expect(hit?.passage.map((piece) => piece.text).join("")).toContain("<b>drawer</b> two & three");
    const [all] = (await search("torque")).conversations;
    expect(all?.others).toBe(2);
  });

  it("follow edits, removals and what comes in by COPY, in the same transaction", async () => {
    const id = await write("Hinges", "Squeaking hinges.");
    const answer = await acting(ada, (act) => addComment(act, id, { body: "Use graphite." }));
    expect(titles(await search("graphite"))).toEqual(["Hinges"]);
    await acting(ada, (act) => editComment(act, { id: answer, conversationId: id }, { body: "Use vaseline." }));
    expect(titles(await search("graphite"))).toEqual([]);
    await acting(ada, (act) => removeComment(act, answer));
    expect(titles(await search("vaseline"))).toEqual([]);
    await acting(ada, (act) => editPost(act, id, { title: "Gonds", body: "Ça grince." }));
    expect(titles(await search("grincer"))).toEqual(["Gonds"]);
    await acting(ada, (act) => removePost(act, id));
    expect(titles(await search("grincer"))).toEqual([]);
  });

  it("come page by page, each once, and nothing written meanwhile moves them", async () => {
    for (let n = 0; n < 7; n += 1) await write(`Pager ${n}`, "quinoa ".repeat(n + 1));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await find(reader(), viewer, { q: "quinoa", take: 3, after });
      seen.push(...titles(page));
      expect(page.count).toBe(7);
      await write("Later", "quinoa quinoa");
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it("are the same by either way, index or walk", async () => {
    for (const q of ["quinoa", "torque drawer", "kind:question torque", "in:ovens trolley -zinc"]) {
      const [index, walk] = [
        await find(reader(), viewer, { q, take: 20 }, "index"),
        await find(reader(), viewer, { q, take: 20 }, "walk"),
      ];
      expect([q, titles(index)]).toEqual([q, titles(walk)]);
    }
  });
});

describe("filters", () => {
  it("narrow to a place, a person, a kind, days and answers", async () => {
    const other = await aSpace({ slug: "presses" });
    const grace = await aPerson({ name: "Grace Hopper" });
    await write("Saffron here", "saffron", { kind: "question" });
    const asked = await write("Saffron there", "saffron", { in: other, by: grace, kind: "question" });
    const answer = await acting(ada, (act) => addComment(act, asked, { body: "Some words." }));
    await acting(grace, (act) => acceptAnswer(act, asked, answer));
    const board = await aBoard();
    await anIdea(board.id, ada, { title: "Saffron idea" });
    const wishes: [string, string[]][] = [
      ["saffron in:presses", ["Saffron there"]],
      ["saffron from:grace", ["Saffron there"]],
      ["saffron @hopper", ["Saffron there"]],
      ["saffron de:moi kind:question", ["Saffron here"]],
      ["saffron type:idée", ["Saffron idea"]],
      [`saffron in:${board.slug}`, ["Saffron idea"]],
      ["saffron has:answer", ["Saffron there"]],
      ["saffron is:open kind:question", ["Saffron here"]],
      ["saffron before:2020", []],
      ["in:presses", ["Saffron there"]],
    ];
    for (const [q, wish] of wishes) expect([q, titles(await search(q))]).toEqual([q, wish]);
    expect((await search("saffron after:2020")).count).toBe(3);
    expect((await search("saffron in:nowhere")).missing).toEqual(["in"]);
    expect((await search("saffron from:nobody")).missing).toEqual(["from"]);
  });

  it("may ask for people and spaces alone", async () => {
    await reader().execute(sql`update person set can_help_with = '{Kafka,welding}' where id = ${ada}`);
    expect((await search("kafka kind:person")).people.map((one) => one.displayName)).toEqual(["Ada Lovelace"]);
    expect((await search("lovelac")).people.map((one) => one.displayName)).toEqual(["Ada Lovelace"]);
    await reader().execute(sql`update space set purpose = 'Everything about dough' where id = ${room}`);
    expect((await search("type:espace doughs")).spaces.map((one) => one.slug)).toEqual(["ovens"]);
  });
});
