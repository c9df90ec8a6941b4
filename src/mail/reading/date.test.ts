import { describe, expect, it } from "vitest";
import { firstPlausible, parseMailDate } from "./date";
import { leadingTags, stripPrefixes, subjectKey } from "./subject";

describe("dates of mails", () => {
  it.each([
    ["Thu, 26 Apr 2001 08:41:47 +0200", "2001-04-26T06:41:47.000Z"],
    ["26 Apr 01 08:41 EDT", "2001-04-26T12:41:00.000Z"],
    ["Thu Apr 26 07:41:47 2001", "2001-04-26T07:41:47.000Z"],
    ["Thu Apr 26 07:41:47 +0200 2001", "2001-04-26T05:41:47.000Z"],
    ["Thu, 26-Apr-2001 08:41:47 GMT (UTC)", "2001-04-26T08:41:47.000Z"],
    ["2001-04-26T08:41:47Z", "2001-04-26T08:41:47.000Z"],
    ["2001-04-26 08:41:47 -05:30", "2001-04-26T14:11:47.000Z"],
    ["Fri, 5 December 2003 8:41:60 -0800", "2003-12-05T16:41:59.000Z"],
    ["Thu, 26 Apr 2001 08:41:47 +9999", "2001-04-26T08:41:47.000Z"],
  ])("reads %s", (text, moment) => {
    expect(parseMailDate(text)?.toISOString()).toBe(moment);
  });

  it.each(["", "yesterday", "31 Feb 2001 10:00", "Thu, 26 Foo 2001 08:41:47", "26 Apr 2001"])(
    "finds no moment in %j",
    (text) => {
      expect(parseMailDate(text)).toBeUndefined();
    },
  );

  it("takes the first date that can be true", () => {
    const present = new Date("2026-01-01T00:00:00Z");
    const envelope = "Thu Apr 26 07:41:47 2001";
    expect(firstPlausible(["1 Jan 1970 00:00:00", envelope], present)).toEqual(new Date("2001-04-26T07:41:47Z"));
    expect(firstPlausible(["1 Jan 2031 00:00:00"], present)).toBe("implausible");
    expect(firstPlausible(["soon"], present)).toBe("missing");
  });
});

describe("subjects", () => {
  it.each([
    "Re: [garden] Seeds",
    "RE : Seeds",
    "AW: Fwd: seeds",
    "TR : RE: [garden] Re[2]: Seeds (was: Roots)",
    "  SEEDS ",
  ])("compares %j as the same", (subject) => {
    expect(subjectKey(subject)).toBe("seeds");
  });

  it("compares nothing by a missing subject", () => {
    expect(subjectKey("Re: (no subject)")).toBe("");
    expect(subjectKey("")).toBe("");
  });

  it("shows a subject without reply marks and without the list's own tag", () => {
    expect(leadingTags("Re: [Garden] [bug 12] Seeds")).toEqual(["garden", "bug 12"]);
    expect(stripPrefixes("Re: [Garden] [bug 12] Seeds", (tag) => tag === "garden")).toBe("[bug 12] Seeds");
    expect(stripPrefixes("Report: seeds", () => true)).toBe("Report: seeds");
  });
});
