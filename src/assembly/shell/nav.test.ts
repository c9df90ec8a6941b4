import { describe, expect, it } from "vitest";
import { words } from "@/i18n/words";
import { paths } from "@/paths";
import type { RoleKey, Viewer } from "@/platform/access/viewer";
import type { Id } from "@/platform/ids";
import { journeys, keyLines } from "./keys";
import { navOf } from "./nav";

const id = "018f0000-0000-7000-8000-000000000001" as Id<"person">;

function viewer(...roles: RoleKey[]): Viewer {
  return {
    id,
    sessionId: "018f0000-0000-7000-8000-000000000002" as Id<"session">,
    name: "Ada",
    locale: null,
    timeZone: null,
    roles: new Set(roles),
    stage: "founding",
    stageVersion: 1,
    audience: { departments: [], sites: [], groups: [] },
    seen: "",
    comfort: { keys: true, presence: true },
    standing: { admitted: true, because: "everyone" },
    features: new Set(),
    spaces: new Map(),
    cohorts: [],
  };
}

function current(pathname: string, who = viewer()): string[] {
  const { nav, own } = navOf(words("en"), who, pathname, { unread: 0, cases: 0, news: 0 });
  return [...nav.flatMap(({ items }) => items), ...own].filter((item) => item.current).map(({ href }) => href);
}

describe("the index", () => {
  it.each([
    [paths.home(), paths.home()],
    [paths.compose("shop-floor"), paths.spaces()],
    [paths.post("018f"), paths.spaces()],
    [paths.person("018f"), paths.people()],
    [paths.person(id), paths.person(id)],
    [paths.idea("018f"), paths.boards()],
    [paths.settingsDevices(), paths.settings()],
  ])("at %s marks %s alone", (pathname, place) => {
    expect(current(pathname)).toEqual([place]);
  });

  it("marks nothing where it does not lead", () => {
    expect(current("/peoples")).toEqual([]);
  });

  it.each([
    [[], [] as string[]],
    [["host"], [paths.launch(), paths.journal(), paths.moderation()]],
    [["admin"], [paths.launch(), paths.journal(), paths.moderation(), paths.adminPeople()]],
  ] as [RoleKey[], string[]][])("for %j has the desks %j", (roles, desks) => {
    const [, team] = navOf(words("en"), viewer(...roles), "/", { unread: 0, cases: 0, news: 0 }).nav;
    expect(team?.items.map(({ href }) => href) ?? []).toEqual(desks);
  });
});

describe("the keys", () => {
  it("tell every journey that they make", () => {
    for (const who of [viewer(), viewer("host")]) {
      const told = keyLines(who).flatMap(({ keys: [first, second] }) => (first === "g" && second ? [second] : []));
      expect(told).toEqual(Object.keys(journeys(who)));
    }
  });
});
