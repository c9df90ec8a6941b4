import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { reactions } from "@/assembly/reactions";
import { createCaller } from "@/assembly/router";
import { letter } from "@/mail/schema";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { ANNOUNCED_MS } from "@/stages/announced/shape";
import { launchState } from "@/stages/schema";
import { flipStage } from "../actions/flip-stage";
import { flip } from "../schema";

withDatabase();

beforeEach(async () => {
  await transaction((tx) => tx.execute(sql`truncate ${person}, ${event}, ${flip}, stage_announcement cascade`));
  await atStage("early");
});

async function asked(id: PersonId, locale: "en" | "fr" = "en") {
  return createCaller({ viewer: await viewerFor(id), locale, requestId: "test" });
}

const words = { stage: "general", english: "Come **in**, <b>all</b>.", french: "" } as const;
const html = "<p>Come <strong>in</strong>, &lt;b&gt;all&lt;/b&gt;.</p>\n";
/** Read in English, whoever reads it: there is no French. */
const SAID = { html, lang: "en" };

test("an announcement is kept for its stage, rendered and sanitised, shown by the rehearsal, and taken away by no words", async () => {
  const admin = await asked(await aPerson({ roles: ["admin"], name: "Ada" }));
  const host = await asked(await aPerson({ roles: ["host"] }));
  await expect(host.launch.writeAnnouncement(words)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await admin.launch.writeAnnouncement(words);
  const kept = (await host.launch.announcements()).find(({ stage }) => stage === "general");
  expect(kept).toMatchObject({ english: words.english, englishHtml: html, french: "", frenchHtml: "", by: "Ada" });
  expect((await admin.launch.rehearsal({ to: "general" })).announcement).toEqual({ en: SAID, fr: SAID });
  expect((await admin.launch.rehearsal({ to: "pilot" })).announcement).toBeNull();
  await admin.launch.writeAnnouncement({ stage: "general" });
  expect((await admin.launch.rehearsal({ to: "general" })).announcement).toBeNull();
});

test("it stands in the letter of the flip as text and as markup, and with everybody for the first seven days", async () => {
  const ada = await aPerson({ roles: ["admin"] });
  const reached = await aPerson({ address: "reached@mail.example" });
  await (await asked(ada)).launch.writeAnnouncement(words);
  expect((await (await asked(reached)).launch.waiting()).announced).toBeNull();
  await acting(ada, async (act) => {
    const [state] = await act.tx.select().from(launchState);
    await flipStage(act, { to: "general", version: state?.version ?? 0, reason: "Ready.", override: "Ready." });
  });
  for (const { id } of await reader().select({ id: event.id }).from(event)) await dispatchEvent(id, reactions);
  const [one] = await reader().select().from(letter).where(eq(letter.toAddress, "reached@mail.example"));
  expect(one?.bodyText).toContain(words.english);
  expect(one?.bodyHtml).toContain(html.trim());
  const [state] = await reader().select().from(launchState);
  const since = state?.since.getTime() ?? 0;
  const told = (when: number, locale: "en" | "fr") =>
    at(new Date(when), async () => {
      const api = await asked(reached, locale);
      return [(await api.launch.waiting()).announced, (await api.reading.home({})).announced];
    });
  for (const locale of ["en", "fr"] as const) {
    expect(await told(since + ANNOUNCED_MS - 1000, locale)).toEqual([SAID, SAID]);
    expect(await told(since + ANNOUNCED_MS, locale)).toEqual([null, null]);
  }
  await (await asked(ada)).launch.writeAnnouncement({ ...words, french: "Entrez." });
  const french = { html: "<p>Entrez.</p>\n", lang: "fr" };
  expect(await told(since + 1000, "fr")).toEqual([french, french]);
});
