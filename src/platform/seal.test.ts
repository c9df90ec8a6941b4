import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { provideEnv } from "@/platform/env";
import { seal, unseal } from "./seal";

const SECRET = "a secret that only tests know, long enough";
beforeAll(() => provideEnv({ SESSION_SECRET: SECRET }));

describe("a sealed secret", () => {
  test("opens again for its purpose, and is another text each time", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sealed = seal(text, "test");
        expect(unseal(sealed, "test")).toBe(text);
        expect(seal(text, "test")).not.toBe(sealed);
      }),
    );
  });

  test("opens for no other purpose, under no other secret, and not when a sign was changed", () => {
    const sealed = seal("bread", "test");
    expect(unseal(sealed, "other")).toBeNull();
    expect(unseal(`${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`, "test")).toBeNull();
    expect(unseal("", "test")).toBeNull();
    provideEnv({ SESSION_SECRET: "another secret that only tests know, long" });
    expect(unseal(sealed, "test")).toBeNull();
    provideEnv({ SESSION_SECRET: SECRET });
  });
});
