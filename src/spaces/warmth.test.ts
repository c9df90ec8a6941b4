import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY } from "@/platform/durations";
import { STAGES } from "@/stages/shape";
import { VISIBILITIES } from "./shape";
import { coldBecause, greetsNewcomersAt } from "./warmth";

const at = new Date("2026-03-10T12:00:00Z");
const ago = (days: number) => new Date(at.getTime() - days * DAY);

describe("a room where newcomers would be alone", () => {
  test("is one with fewer than three people who write, without a new conversation for a week, or without an owner", () => {
    expect(coldBecause({ authors: 3, lastPostAt: ago(7), owned: true }, at)).toEqual([]);
    expect(coldBecause({ authors: 2, lastPostAt: ago(1), owned: true }, at)).toEqual(["authors"]);
    expect(coldBecause({ authors: 9, lastPostAt: ago(7.01), owned: true }, at)).toEqual(["quiet"]);
    expect(coldBecause({ authors: 9, lastPostAt: ago(1), owned: false }, at)).toEqual(["owner"]);
    expect(coldBecause({ authors: 0, lastPostAt: null, owned: false }, at)).toEqual(["authors", "quiet", "owner"]);
  });

  test("never gets colder by another author, a newer conversation or an owner", () => {
    const facts = fc.record({
      authors: fc.nat({ max: 6 }),
      lastPostAt: fc.option(fc.integer({ min: 0, max: 30 }).map(ago)),
      owned: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (room) => {
        const before = coldBecause(room, at);
        const warmer = { authors: room.authors + 1, lastPostAt: ago(0), owned: true };
        for (const reason of coldBecause(warmer, at)) expect(before).toContain(reason);
      }),
    );
  });
});

test("only rooms that newcomers of the next stage will see are looked at", () => {
  for (const stage of STAGES)
    for (const visibility of VISIBILITIES) {
      const room = { visibility, opensAt: "early", archivedAt: null } as const;
      const sees = visibility !== "private" && ["founding", "early", "pilot"].includes(stage);
      expect(greetsNewcomersAt(room, stage) !== null, `${visibility} at ${stage}`).toBe(sees);
      expect(greetsNewcomersAt({ ...room, archivedAt: at }, stage)).toBeNull();
    }
  expect(greetsNewcomersAt({ visibility: "open", opensAt: "founding", archivedAt: null }, "founding")).toBe("early");
});
