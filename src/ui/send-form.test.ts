import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswer } from "@/ui/send-form";

describe("the answer of the form door", () => {
  it("leads on when it is done", () => {
    expect(readAnswer(true, { to: "/posts/1#c-2" })).toEqual({ kind: "done", to: "/posts/1#c-2" });
  });
  it.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", 7])(
    "never leads to %j",
    (to) => {
      expect(readAnswer(true, { to })).toEqual({ kind: "failed", because: "fault" });
    },
  );
  it("tells what was refused, field by field", () => {
    const refusal = {
      code: "invalid",
      message: "Look again.",
      fields: { title: ["Missing."], odd: [1], one: "Alone." },
    };
    expect(readAnswer(false, { refusal })).toEqual({
      kind: "refused",
      message: "Look again.",
      fields: { title: ["Missing."], one: ["Alone."] },
    });
  });
  it("keeps the reference of a fault", () => {
    expect(readAnswer(false, { refusal: { message: "Broke.", ref: "r-1" } })).toMatchObject({ ref: "r-1" });
    expect(readAnswer(false, { refusal: { ref: "r-1" } })).toEqual({ kind: "failed", because: "fault", ref: "r-1" });
  });
  it("is a fault when it is anything else, and never throws", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.jsonValue(), (ok, body) => {
        expect(["done", "refused", "failed"]).toContain(readAnswer(ok, body).kind);
      }),
    );
    expect(readAnswer(true, null)).toEqual({ kind: "failed", because: "fault" });
  });
});
