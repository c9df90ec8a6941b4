import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { asked } from "@tests/support/posts";
import { tellAll } from "@tests/support/telling";
import { asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { letter } from "@/mail/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { sendDigests } from "../digest/send";
import { mailDue } from "../letters/send";
import { noticeRule, noticeWish } from "../wishes/schema";
import type { Position } from "../wishes/shape";

withDatabase();
beforeAll(() => atStage("founding"));

async function circle() {
  const inside = { admitted: "host-invitation" } as const;
  return { helper: await aPerson({ ...inside, name: "Ada" }), asker: await aPerson({ ...inside, name: "Paul" }) };
}

function wishes(id: PersonId, position: Position) {
  const day = { digestDay: 1, digestHour: 8, quietFrom: 0, quietUntil: 0, workdays: [] };
  return transaction((tx) => tx.insert(noticeWish).values({ personId: id, position, rhythm: "daily", ...day }));
}

async function list(id: PersonId, show: "unread" | "all" = "unread") {
  return (await (await asked(id)).notices.list({ show })).items;
}

function lettersOf(id: PersonId) {
  return reader().select().from(letter).where(eq(letter.personId, id)).orderBy(asc(letter.createdAt));
}

async function anAsk({ helper, asker }: { helper: PersonId; asker: PersonId }) {
  await (await asked(helper)).care.offer({ words: "An hour on pivot tables." });
  const [offer] = (await (await asked(asker)).care.beside({ person: helper })).offers;
  await (await asked(asker)).care.ask({ offer: offer?.id ?? "", words: "On Tuesday?" });
  await tellAll();
  const [mine] = (await (await asked(helper)).care.beside({ person: helper })).offers;
  return mine?.asks[0]?.id ?? "";
}

test("whoever offers help is told who asks for it, until they answer; whoever asked is told the answer", async () => {
  const { helper, asker } = await circle();
  const ask = await anAsk({ helper, asker });
  const [line] = await list(helper);
  expect(line).toMatchObject({ why: "help-asked", words: "On Tuesday?", profile: helper, who: [{ name: "Paul" }] });
  expect(await (await asked(helper)).notices.open({ notice: line?.id ?? "" })).toEqual({ to: `/people/${helper}` });
  expect(await list(asker)).toEqual([]);
  await (await asked(helper)).care.answer({ ask, answer: "accepted" });
  await tellAll();
  expect(await list(helper)).toEqual([]);
  expect(await list(asker)).toMatchObject([{ why: "help-answered", profile: helper, who: [{ name: "Ada" }] }]);
  const [answered] = await list(asker);
  await (await asked(asker)).notices.read({ notice: answered?.id ?? "" });
  await (await asked(helper)).care.answer({ ask, answer: "done" });
  await tellAll();
  expect(await list(asker)).toEqual([]);
});

test("an ask that was answered before it was read waits no more", async () => {
  const { helper, asker } = await circle();
  const ask = await anAsk({ helper, asker });
  await (await asked(helper)).care.answer({ ask, answer: "declined" });
  expect(await list(helper)).toEqual([]);
  expect(await (await asked(helper)).notices.bell()).toMatchObject({ unread: 0 });
});

test("whoever is thanked reads by whom and in which words, in the bell and by mail, with no way to a conversation", async () => {
  const { helper, asker } = await circle();
  await wishes(helper, "mine");
  await (await asked(asker)).care.thank({ person: helper, words: "For your patience." });
  await tellAll();
  expect(await list(helper)).toMatchObject([
    { why: "thanked", conversation: null, words: "For your patience.", profile: helper, who: [{ name: "Paul" }] },
  ]);
  await at(new Date(now().getTime() + 5 * MINUTE), mailDue);
  const [mail, ...others] = await lettersOf(helper);
  expect(others).toEqual([]);
  expect(mail?.subject).toBe("Paul thanked you");
  expect(mail?.bodyText).toContain("For your patience.");
  expect(mail?.bodyText).toContain(`/people/${helper}`);
  expect(mail?.bodyText).toContain("because somebody thanked you on Levain");
  expect(await lettersOf(asker)).toEqual([]);
});

test("who wants a digest finds thanks in it, and who wants to hear nothing of thanks hears nothing", async () => {
  const { helper, asker } = await circle();
  await wishes(helper, "digest");
  const quiet = { scope: "kind", key: "thanks", way: "nothing" } as const;
  await transaction((tx) => tx.insert(noticeRule).values({ personId: asker, ...quiet }));
  await (await asked(asker)).care.thank({ person: helper, words: "For the starter." });
  await (await asked(helper)).care.thank({ person: asker, words: "For asking." });
  await tellAll();
  expect(await list(asker, "all")).toEqual([]);
  await at(new Date(now().getTime() + 5 * MINUTE), mailDue);
  expect(await lettersOf(helper)).toEqual([]);
  await at(daysAfter(now(), 1), sendDigests);
  const [digest] = await lettersOf(helper);
  expect(digest?.bodyText).toMatch(/Between you and others[\s\S]*For the starter\.[\s\S]*Paul thanked you/i);
});

test("whoever is not inside any more is mailed nothing of it", async () => {
  const { helper, asker } = await circle();
  await wishes(helper, "all");
  await (await asked(asker)).care.thank({ person: helper, words: "For all of it." });
  await tellAll();
  await atStage("groundwork");
  await at(new Date(now().getTime() + 5 * MINUTE), mailDue);
  await atStage("founding");
  expect(await lettersOf(helper)).toEqual([]);
  expect((await viewerFor(helper)).standing.admitted).toBe(true);
});
