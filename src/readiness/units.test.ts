import { describe, expect, it } from "vitest";
import { unitsOf } from "./units";

const placed = (department: string, site: string, many: number, inside = true) =>
  Array.from({ length: many }, (_, n) => ({ id: `${department}${site}${n}`, department, site, inside }));

describe("units", () => {
  const people = [
    ...placed("Sales", "Lyon", 12),
    ...placed("Sales", "Leeds", 4),
    ...placed("Finance", "Lyon", 3, false),
  ];
  it("are department and site, as they are, until the pilot", () => {
    const { units, targeted } = unitsOf(people, "founding");
    expect(new Set(units.values()).size).toBe(3);
    expect(targeted).toBe(2);
  });
  it("are merged upwards when they are small, from the pilot on", () => {
    const { units } = unitsOf(people, "pilot");
    expect(units.get("SalesLyon0")).not.toBe(units.get("SalesLeeds0"));
    expect(units.get("SalesLeeds0")).toBe(units.get("FinanceLyon0"));
  });
});
