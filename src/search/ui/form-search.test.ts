import { expect, it } from "vitest";
import { searchOf } from "./form-search";

it.each([
  [{ q: "seal", kind: "question", was: "" }, "seal kind:question"],
  [{ q: "seal kind:question", kind: "question", was: "kind:question" }, "seal kind:question"],
  [{ q: "seal kind:idea", kind: "question", was: "kind:question" }, "seal kind:idea"],
  [{ q: "seal kind:question", kind: "idea", was: "kind:question" }, "seal kind:idea"],
  [{ q: "seal kind:question in:ovens", in: "ovens", was: "kind:question in:ovens" }, "seal in:ovens"],
  [{ q: "seal", from: "Ada Martin", was: "" }, 'seal from:"Ada Martin"'],
  [{ q: "seal", before: "not a day" }, "seal"],
  [{}, ""],
])("a form that says %j asks for %s", (query, wish) => {
  expect(searchOf(query)).toBe(wish);
});
