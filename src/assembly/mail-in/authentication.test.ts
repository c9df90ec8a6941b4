import { expect, test } from "vitest";
import { isVouchedFor } from "./authentication";

const MX = "mx.firm.test";

test.each([
  ["mx.firm.test; spf=pass; dmarc=pass header.from=firm.test", true],
  ["MX.firm.test 1; dmarc = pass (p=reject)", true],
  ["mx.firm.test; dmarc=fail", false],
  ["mx.firm.test; dmarc=passed", false],
  ['mx.firm.test; spf=pass smtp.mailfrom="a; dmarc=pass"@evil.test; dmarc=fail', false],
  ["mx.firm.test; spf=pass (said: (a; dmarc=pass) b; dmarc=pass); dmarc=none", false],
  ['mx.firm.test; dmarc=fail reason="dmarc=pass"', false],
  ["mx.evil.test; dmarc=pass", false],
])("what the server in front found is read as it was meant: %s", (line, vouched) => {
  expect(isVouchedFor([line], MX)).toBe(vouched);
});

test("only what was added last is the server's own; without a name there is nothing to look for", () => {
  expect(isVouchedFor(["mx.other.test; dmarc=pass", "mx.firm.test; dmarc=pass"], MX)).toBe(false);
  expect(isVouchedFor([], MX)).toBe(false);
  expect(isVouchedFor([], undefined)).toBe(true);
});
