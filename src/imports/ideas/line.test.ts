import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TABLE_HEAD, tableRows } from "@/feedback/table/csv";
import { csv, csvHead } from "@/platform/http/csv";
import { type Columns, columnsOf, statusOf } from "./columns";
import { lineOf } from "./line";
import { linesIn } from "./read";

async function* chunks(text: string, size = 7): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function table(text: string) {
  const lines = [];
  for await (const line of linesIn(chunks(text))) lines.push(line);
  return lines;
}

async function ideasOf(text: string) {
  const [header, ...rest] = await table(text);
  const columns = columnsOf(header?.cells ?? []) as Columns;
  return { columns, ideas: rest.map(({ line, cells }) => lineOf(columns, cells ?? [], line, true)) };
}

const FIDER = `number,title,description,created_at,created_by,votes_count,comments_count,status,responded_by,responded_at,response,original_number,original_title,tags
10,Go is fast,Very tiny description,2018-03-23T19:33:22Z,Faceless,4,2,declined,John Snow,2018-04-04T19:48:10Z,Nothing we need to do,,,"easy, ignored"
15,Go is great,,2018-02-21T15:51:35Z,Someone else,4,2,open,,,,,,
20,Go is easy,,2018-01-12T01:46:59Z,Faceless,4,2,started,,,,,,
`;

describe("a table", () => {
  test("of Fider is read with its authors, votes, statuses and answers, by its newer and its older names", async () => {
    for (const text of [FIDER, FIDER.replace("votes_count", "total_votes").replace("declined", "Declined")]) {
      const { columns, ideas } = await ideasOf(text);
      expect(columns.tool).toBe("fider");
      expect(columns.ignored).toEqual(["comments_count", "original_number", "original_title", "tags"]);
      expect(ideas[0]).toEqual({
        source: "10",
        title: "Go is fast",
        body: "Very tiny description",
        createdAt: new Date("2018-03-23T19:33:22Z"),
        author: { name: "Faceless", address: null },
        status: "not-now",
        unknownStatus: null,
        votes: 4,
        voters: [],
        answer: {
          note: "Nothing we need to do",
          by: { name: "John Snow", address: null },
          at: new Date("2018-04-04T19:48:10Z"),
        },
      });
      expect(ideas[2]).toMatchObject({ status: "in-progress", answer: null });
    }
  });

  test("of Canny is read with its authors by address, and the voters whom it names", async () => {
    const { columns, ideas } = await ideasOf(
      `Post ID,Title,Details,Author Name,Author Email,Status,Votes,Created,Voter Emails,Category
5f1,Dark mode,"My eyes
hurt.",Mona,MONA@Example.org,under review,3,2024-05-01,"a@example.org; b@example.org",Look
`,
    );
    expect(columns.tool).toBe("canny");
    expect(ideas[0]).toMatchObject({
      source: "5f1",
      body: "My eyes\nhurt.",
      author: { name: "Mona", address: "mona@example.org" },
      status: "under-review",
      votes: 3,
      voters: ["a@example.org", "b@example.org"],
    });
  });

  test("of our own comes back as it left, formulas too", async () => {
    const line = {
      id: "018f0000-0000-7000-8000-000000000001" as never,
      title: '=SUM(1, "2")',
      body: "-one\n@two, “three”",
      status: "in-preview" as const,
      author: "Mona",
      createdAt: new Date("2026-01-02T03:04:05.678Z"),
      promisedFor: null,
      like: 1,
      need: 2,
      blocked: 3,
      importedVotes: 4,
      comments: 5,
      answer: { note: "+Soon", by: "Hanna", at: "2026-01-03T00:00:00.000Z" },
    };
    const { columns, ideas } = await ideasOf(`${csvHead(TABLE_HEAD)}${csv(tableRows([line]))}`);
    expect(columns.tool).toBe("levain");
    expect(ideas[0]).toMatchObject({
      source: line.id,
      title: line.title,
      body: line.body,
      status: "in-preview",
      createdAt: line.createdAt,
      votes: 6,
      answer: { note: "+Soon", by: { name: "Hanna" } },
    });
  });

  test("of spreadsheets that part cells otherwise is read as well", async () => {
    for (const sign of [";", "\t"]) {
      const { ideas } = await ideasOf(`\ufeffTitle${sign}Author\r\n"A${sign}b"${sign}Mona\r\n`);
      expect(ideas[0]).toMatchObject({ title: `A${sign}b`, author: { name: "Mona" } });
    }
  });

  test("without a column for titles is none", () => {
    expect(columnsOf(["number", "description"])).toBeNull();
  });
});

describe("a line that cannot be taken", () => {
  const head = "title,description,author_email,created_at,votes,author";
  test.each([
    [",x,a@example.org,,,", "title", "no-title"],
    [`${"x".repeat(201)},,a@example.org,,,`, "title", "too-long"],
    [`x,${"y".repeat(40_001)},a@example.org,,,`, "description", "too-long"],
    ["x,,nobody,,,", "author_email", "bad-address"],
    ["x,,a@example.org,yesterday,,", "created_at", "bad-date"],
    ["x,,a@example.org,2999-01-01,,", "created_at", "bad-date"],
    ["x,,a@example.org,,many,", "votes", "bad-number"],
    ["x,,,,,", "author", "no-author"],
    ["x,,a@example.org,12/03/2024,,", "created_at", "ambiguous-date"],
    ["x,,a@example.org,3.12.24 10:30,,", "created_at", "ambiguous-date"],
    ["x,,a@example.org,13/03/2024,,", "created_at", "bad-date"],
    ["a\0b,,a@example.org,,,", "title", "characters"],
    ["x,caf\ufffd,a@example.org,,,", "description", "characters"],
  ])("says where and why: %#", async (line, column, reason) => {
    const { ideas } = await ideasOf(`${head}\n"two\nlines",,a@example.org,,,\n${line}\n`);
    expect(ideas[0]).toMatchObject({ title: "two\nlines" });
    expect(ideas[1]).toEqual({ line: 4, column, reason });
  });

  test("is none when its date can be read in one way only, with the month first as well", async () => {
    const rows = ["2024-03-12", "2024/03/12", "03/13/2024", "5/5/2024"].map((date) => `x,,a@example.org,${date},,`);
    const { ideas } = await ideasOf(`${head}\n${rows.join("\n")}\n`);
    expect(ideas.filter((one) => "reason" in one)).toEqual([]);
  });

  test("is one in an old encoding, whose letters are lost", async () => {
    const bytes = Buffer.concat([Buffer.from("title,author\ncaf"), Buffer.from([0xe9]), Buffer.from(",Mona\n")]);
    const lines = [];
    for await (const one of linesIn(Readable.from([bytes]))) lines.push(one);
    const columns = columnsOf(lines[0]?.cells ?? []) as Columns;
    expect(lineOf(columns, lines[1]?.cells ?? [], 2, true)).toEqual({ line: 2, column: "title", reason: "characters" });
  });

  test("hinders none after it, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" }).filter((text) => !text.includes('"'))), async (cells) => {
        const rows = await table(
          `title,author\n${cells.map((cell) => cell.replaceAll(/[\r\n]/g, " ")).join("\n")}\nlast,Mona\n`,
        );
        expect(rows.at(-1)?.cells).toEqual(["last", "Mona"]);
      }),
    );
  });
});

test("a status that nobody knows is none of ours", () => {
  expect(statusOf("In Progress")).toBe("in-progress");
  expect(statusOf("")).toBe("open");
  expect(statusOf("Someday")).toBeNull();
});
