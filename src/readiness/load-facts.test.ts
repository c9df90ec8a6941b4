import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage } from "@tests/support/people";
import { asked } from "@tests/support/posts";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { answerPreview } from "@/feedback/previews/uses";
import type { PersonId } from "@/members/shape";
import { at, daysAfter } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import type { Facts } from "./facts";
import { loadFacts } from "./load-facts";

withDatabase();

const START = new Date("2027-01-11T08:00:00Z");
const day = (number: number) => daysAfter(START, number);
const STAGE = { stage: "founding" as const, audience: { departments: [], sites: [], groups: [] } };

let host: PersonId;
let ines: PersonId;
let idea: ConversationId;

beforeEach(async () => {
  await atStage("founding");
  host = await aPerson({ roles: ["host"] });
  ines = await aPerson({ admitted: "host-invitation" });
  const { id } = await aBoard();
  idea = await at(START, () => anIdea(id, ines, { status: "planned", voters: [ines] }));
});

const factsAt = async (number: number) => (await loadFacts(reader(), STAGE, day(number))).facts;
const ofIdea = ({ suggestions }: Facts) => suggestions.filter((one) => one.author === ines);

async function move(number: number, status: "in-preview" | "shipped" | "in-progress") {
  const desk = await asked(host);
  await at(day(number), () => desk.feedback.move({ idea, status, note: "Look.", feature: "roadmap" }));
}

/** Says what somebody thinks of what they try, as their form does. */
function says(number: number, solved: "yes" | "no" | null) {
  const act = { actor: ines, requestId: "test" };
  return at(day(number), () =>
    transaction((tx) => answerPreview({ ...act, tx }, idea, { solved, words: "", named: false })),
  );
}

test("an author's word on what was shipped is read with its moment, and not before it", async () => {
  await move(2, "shipped");
  const author = await asked(ines);
  await at(day(4), () => author.credits.sayMeant({ idea, meant: "no", words: "It was the other one." }));
  await move(6, "shipped");
  await at(day(8), () => author.credits.sayMeant({ idea, meant: "yes" }));
  const said = async (number: number) => ofIdea(await factsAt(number)).map((one) => one.meant.map(({ yes }) => yes));
  expect([await said(3), await said(5), await said(9)]).toEqual([[[]], [[false]], [[false, true]]]);
  const [known] = ofIdea(await factsAt(9));
  expect(known?.meant.map((one) => one.at)).toEqual([day(4).getTime(), day(8).getTime()]);
});

test("a report of what was tried counts from its first moment, whatever is said of it later", async () => {
  await move(2, "in-preview");
  const reports = async (number: number) =>
    (await factsAt(number)).reports.filter(({ person }) => person === ines).map((one) => one.at);
  await says(3, null);
  // Who does not want to be asked has said nothing of it.
  expect(await reports(4)).toEqual([]);
  await says(5, "no");
  const then = await factsAt(6);
  await says(7, "yes");
  await says(8, null);
  expect(await reports(9)).toEqual([day(5).getTime()]);
  expect(await factsAt(6)).toEqual(then);
  expect(await reports(5)).toEqual([]);
});

test("what was imported was suggested elsewhere, and is nobody's suggestion here", async () => {
  expect(ofIdea(await factsAt(1))).toHaveLength(1);
  await transaction((tx) => tx.update(conversation).set({ via: "import" }).where(eq(conversation.id, idea)));
  expect(ofIdea(await factsAt(1))).toEqual([]);
});
