import { describe, expect, it } from "vitest";
import { formats, knownTimeZone } from "@/i18n/format";

const now = new Date("2026-03-12T10:00:00Z");
const en = formats("en", "Europe/Paris", now);
const fr = formats("fr", "Europe/Paris", now);

describe("dates and numbers", () => {
  it.each([
    ["2026-03-12T09:59:40Z", "now", "maintenant"],
    ["2026-03-12T09:55:00Z", "5 minutes ago", "il y a 5 minutes"],
    ["2026-03-12T07:00:00Z", "3 hours ago", "il y a 3 heures"],
    ["2026-03-11T22:00:00Z", "yesterday", "hier"],
    ["2026-03-13T20:00:00Z", "tomorrow", "demain"],
    ["2026-03-05T10:00:00Z", "7 days ago", "il y a 7 jours"],
    ["2026-01-05T10:00:00Z", "5 Jan", "5 janv."],
    ["2019-01-05T10:00:00Z", "5 Jan 2019", "5 janv. 2019"],
  ])("say where %s stands from now", (at, english, french) => {
    expect(en.ago(at)).toBe(english);
    expect(fr.ago(at)).toBe(french);
  });
  it("count days as the calendar of the reader's zone does", () => {
    const earlyMorning = new Date("2026-03-12T05:30:00Z");
    const lateEvening = "2026-03-11T20:30:00Z";
    expect(formats("en", "Europe/Paris", earlyMorning).ago(lateEvening)).toBe("yesterday");
    expect(formats("en", "America/Los_Angeles", earlyMorning).ago(lateEvening)).toBe("9 hours ago");
  });
  it("stand in the reader's zone, and name it", () => {
    expect(en.dateTime("2026-03-12T23:30:00Z")).toBe("13 March 2026 at 00:30 CET");
    expect(fr.date("2026-03-12T23:30:00Z")).toBe("13 mars 2026");
  });
  it("write numbers, shares and lists in each language", () => {
    expect(en.number(12345.6)).toBe("12,346");
    expect(fr.number(12345.6, 1)).toBe("12\u202f345,6");
    expect(fr.percent(0.42)).toBe("42\u00a0%");
    expect(fr.list(["Ana", "Boris", "Chloé"])).toBe("Ana, Boris et Chloé");
    expect(en.either(["a", "b"])).toBe("a or b");
  });
  it("write a length of time in its two largest units", () => {
    expect(en.duration(0)).toBe("0 secs");
    expect(en.duration(7500)).toBe("2 hrs 5 mins");
    expect(fr.duration(90000)).toBe("1\u202fj 1\u202fh");
  });
  it("take a zone that this machine does not know for UTC", () => {
    expect(knownTimeZone("Mars/Olympus")).toBe("UTC");
    expect(knownTimeZone("Europe/Paris")).toBe("Europe/Paris");
  });
});
