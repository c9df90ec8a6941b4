import { expect, test } from "vitest";
import { nameFrom, readAddresses } from "./addresses";

test("addresses are read one a line or with commas, with or without a name", () => {
  const { found, bad } = readAddresses(
    'Ada.Martin@Example.org\n"Martin, Boris" <boris@example.org>; chloe@example.org\r\n\n  Dana <DANA@example.org> ,',
  );
  expect(bad).toEqual([]);
  expect(found).toEqual([
    { line: 1, address: "ada.martin@example.org", name: "Ada Martin" },
    { line: 2, address: "boris@example.org", name: "Martin, Boris" },
    { line: 2, address: "chloe@example.org", name: "Chloe" },
    { line: 4, address: "dana@example.org", name: "Dana" },
  ]);
});

test("what is no address is named by its line, and nothing is guessed", () => {
  const { found, bad } = readAddresses(
    "ada@example.org\nada at example.org\nx <boris@example.org\r\nbcc: eve@example.org\n<>\nada@example.org",
  );
  expect(found.map((one) => one.address)).toEqual(["ada@example.org"]);
  expect(bad).toEqual([2, 3, 4, 5]);
});

test("a mail header cannot be smuggled in", () => {
  expect(readAddresses("ada@example.org%0aBcc: x@example.org").bad).toEqual([1]);
  expect(readAddresses("Eve\u2028Bcc <eve@example.org>").found[0]?.address).toBe("eve@example.org");
});

test("somebody without a name is called after the address", () => {
  expect(nameFrom("jean-luc.picard+list@example.org")).toBe("Jean Luc Picard");
  expect(nameFrom("42@example.org")).toBe("42@example.org");
});

test("a hundred thousand quotes are read at once", () => {
  const started = performance.now();
  readAddresses('"'.repeat(20_000));
  readAddresses('"a'.repeat(10_000));
  expect(performance.now() - started).toBeLessThan(1000);
});
