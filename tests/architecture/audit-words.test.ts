import { expect, test } from "vitest";
import { eventsDocument } from "@/assembly/events-document";
import { english, french } from "@/i18n/messages";
import { declaredEvents } from "@/platform/events/event";

/** What the audit trail calls things, with the names as they are stored. */
const wordsOf = (catalogue: typeof english) =>
  Object.keys(catalogue.admin.audit.events).map((key) => key.replace("_", "."));

test("the audit trail has words for whatever can happen and to whatever, and for nothing else", () => {
  // All rooms are in reach of the document, and with them everything that they declare.
  expect(eventsDocument()).not.toBe("");
  const events = [...declaredEvents().values()];
  const names = events.map(({ name }) => name).sort();
  const subjects = events.map(({ subject }) => subject);
  for (const catalogue of [english, french]) {
    expect(wordsOf(catalogue).sort()).toEqual(names);
    expect(Object.keys(catalogue.admin.audit.kinds)).toEqual(expect.arrayContaining(subjects));
  }
});
