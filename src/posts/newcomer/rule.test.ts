import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "@/platform/durations";
import { canWriteAsNewcomer, linksIn, mentionsIn, NEWCOMER, type NewcomerFacts } from "./rule";

const T = new Date("2026-11-26T12:00:00Z");
const ago = (ms: number) => new Date(T.getTime() - ms);
const nobody = { conversation: null, comment: null };
const fresh: NewcomerFacts = { isTeam: false, firstSignIn: ago(HOUR), written: 0, fullSince: nobody };
const old: NewcomerFacts = { ...fresh, firstSignIn: ago(4 * DAY), written: 3 };
const links = (n: number) => Array.from({ length: n }, (_, at) => `see https://a.example/${at}`).join(" ");
const person = (n: number) => `[@Ada](/people/018f0000-0000-7000-8000-${String(n).padStart(12, "0")})`;

describe("somebody new", () => {
  it("may write plainly", () => {
    expect(canWriteAsNewcomer(fresh, { as: "conversation", body: "Hello" }, T).allowed).toBe(true);
  });

  it("is told in how many hours the next conversation opens", () => {
    const full = { ...fresh, fullSince: { ...nobody, conversation: ago(20.5 * HOUR) } };
    expect(canWriteAsNewcomer(full, { as: "conversation", body: "" }, T)).toMatchObject({
      key: "newConversations",
      values: { max: 3, hours: 4 },
    });
    expect(canWriteAsNewcomer(full, { as: "comment", body: "" }, T).allowed).toBe(true);
    expect(canWriteAsNewcomer(full, { as: "edit", body: "" }, T).allowed).toBe(true);
  });

  it("has links and mentions in measure, in edits too", () => {
    expect(canWriteAsNewcomer(fresh, { as: "edit", body: links(NEWCOMER.links) }, T).allowed).toBe(true);
    expect(canWriteAsNewcomer(fresh, { as: "edit", body: links(4) }, T)).toMatchObject({ key: "newLinks" });
    const many = Array.from({ length: 6 }, (_, at) => person(at)).join(" ");
    expect(canWriteAsNewcomer(fresh, { as: "comment", body: many }, T)).toMatchObject({ key: "newMentions" });
  });

  it("is new until the days and the words are enough", () => {
    const writing = { as: "comment", body: links(9) } as const;
    expect(canWriteAsNewcomer({ ...old, written: 2 }, writing, T).allowed).toBe(false);
    expect(canWriteAsNewcomer({ ...old, firstSignIn: ago(2 * DAY) }, writing, T).allowed).toBe(false);
    expect(canWriteAsNewcomer(old, writing, T).allowed).toBe(true);
    expect(canWriteAsNewcomer({ ...old, firstSignIn: null }, writing, T).allowed).toBe(true);
  });
});

it("the team is never held", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(5), (body, written) => {
      const facts = { ...fresh, isTeam: true, written, fullSince: { conversation: T, comment: T } };
      return canWriteAsNewcomer(facts, { as: "conversation", body }, T).allowed;
    }),
  );
});

it("links and mentions are counted as they are read", () => {
  expect(linksIn("HTTP://a.example, [b](https://b.example) and www.c.example")).toBe(3);
  expect(linksIn("[a file](/files/018f/plan.pdf), nothing: httpss, wwwhat")).toBe(0);
  expect(mentionsIn(`${person(1)} ${person(1)} ${person(2)}`)).toBe(2);
});
