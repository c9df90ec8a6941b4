import { afterEach, beforeEach, expect, vi } from "vitest";

/** A test during which something complained on the console has failed, whatever it asserted. */
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const spy = vi.mocked(console.error);
  if (vi.isMockFunction(spy)) expect(spy, "console.error").not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
