import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { directory } from "@/members/queries";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { reader } from "@/platform/database/client";
import { people } from "./people";
import { type PeopleInput, peopleShape } from "./shape";
import { learnWords } from "./vocabulary";

withDatabase();

let viewer: Viewer;

beforeAll(async () => {
  await atStage("general");
  const ada = await made("Ada Ashworth", "Lyon", "IT", ["Kafka", "pivot tables"], "I repaired printers for years.");
  await made("Bo Ashfield", "Leeds", "IT", ["Kafka"], "");
  await made("Zoé Lefèvre", "Lyon", "Production", ["soudure"], "Je connais les fours.", ["fr", "de"]);
  await aPerson({ name: "Gone Kafka", state: "left" });
  const host = await aPerson({ name: "Hana Host", roles: ["host"], site: "Leeds" });
  await aSpace({ slug: "welders", places: [[ada, "member"]] });
  await aSpace({
    slug: "secret",
    visibility: "private",
    places: [
      [ada, "member"],
      [host, "owner"],
    ],
  });
  await learnWords();
  viewer = await viewerFor(await aPerson({ name: "Reader" }));
});

async function made(
  name: string,
  site: string,
  department: string,
  skills: string[],
  about: string,
  languages: string[] = ["en"],
): Promise<PersonId> {
  const id = await aPerson({ name, site, department });
  await reader().execute(sql`update person set can_help_with = ${sql.param(skills)}::text[], about = ${about},
    languages = ${sql.param(languages)}::text[] where id = ${id}`);
  return id;
}

const look = (search: string, wish: Partial<PeopleInput> = {}) =>
  people(reader(), viewer, { ...peopleShape.parse({ search }), ...wish });
const names = async (search: string, wish: Partial<PeopleInput> = {}) =>
  (await look(search, wish)).items.map((one) => one.displayName);

describe("the directory", () => {
  it.each([
    ["who knows Kafka in Lyon?", ["Ada Ashworth"]],
    ["Qui connaît Kafka à Leeds ?", ["Bo Ashfield"]],
    ["kafka", ["Ada Ashworth", "Bo Ashfield"]],
    ["pivot table", ["Ada Ashworth"]],
    ["souder", ["Zoé Lefèvre"]],
    ["soudures", ["Zoé Lefèvre"]],
    ["lefevre", ["Zoé Lefèvre"]],
    ["printer repairs", ["Ada Ashworth"]],
    ["Lyon", ["Ada Ashworth", "Zoé Lefèvre"]],
    ["ash", ["Ada Ashworth", "Bo Ashfield"]],
    ["unicorns", []],
  ])("answers %s", async (search, wish) => {
    expect((await names(search)).sort()).toEqual(wish);
  });

  it("forgives a slip in a name or a skill, and says so", async () => {
    expect(await look("ashwroth")).toMatchObject({ instead: "ashworth", items: [{ displayName: "Ada Ashworth" }] });
    expect((await look("kafak")).instead).toBe("kafka");
  });

  it("says why somebody was found", async () => {
    const [ada] = (await look("kafka lyon")).items;
    expect(ada?.why).toEqual([
      {
        field: "canHelpWith",
        pieces: [
          { text: "Kafka", marked: true },
          { text: ", pivot tables", marked: false },
        ],
      },
    ]);
  });

  it("narrows down, and counts what is found and nothing else", async () => {
    expect(await names("", { site: "Lyon" })).toEqual(["Ada Ashworth", "Zoé Lefèvre"]);
    expect(await names("", { language: "de" })).toEqual(["Zoé Lefèvre"]);
    expect(await names("", { role: "host" })).toEqual(["Hana Host"]);
    expect(await names("", { space: "welders" })).toEqual(["Ada Ashworth"]);
    const { facets, count } = await look("kafka");
    expect(count).toBe(2);
    expect(facets?.site).toEqual([
      { value: "Leeds", label: "Leeds", count: 1 },
      { value: "Lyon", label: "Lyon", count: 1 },
    ]);
  });

  it("knows nothing of a private room", async () => {
    const everybody = await look("");
    expect(everybody.facets?.space.map(({ value }) => value)).toEqual(["welders"]);
    expect(await names("", { space: "secret" })).toEqual([]);
    expect(await look("", { space: "secret" })).toEqual(await look("", { space: "no-such-room" }));
  });

  it("comes page by page, by name or by fit", async () => {
    for (const search of ["", "kafka"]) {
      const whole = await names(search, { take: 50 });
      const pages: string[] = [];
      let after: string | undefined;
      do {
        const page = await look(search, { take: 1, after });
        pages.push(...page.items.map((one) => one.displayName));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(pages).toEqual(whole);
    }
  });

  it("serves the short lists of other rooms by the same index", async () => {
    const found = await directory(reader(), viewer, { search: "ashw", take: 10 });
    expect(found.items.map((one) => one.displayName)).toEqual(["Ada Ashworth"]);
  });
});
