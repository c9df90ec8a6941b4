import { reached, type Stage } from "@/stages/shape";

/** Where the directory puts somebody, and whether they have access. */
export type Placed = {
  readonly id: string;
  readonly department: string;
  readonly site: string;
  readonly inside: boolean;
};

/** A unit with fewer people is counted with its department, and a department with fewer with all the other small ones. */
const STAFF_MIN = 10;

/**
 * The unit of each person: department and site together. Small ones are merged with their parent from the pilot on, when
 * the directory tells the staff of a unit; before, few of a unit's people are known here and nothing follows from that.
 * @returns the units, and how many of them have people with access
 */
export function unitsOf(
  placed: readonly Placed[],
  stage: Stage,
): { units: ReadonlyMap<string, string>; targeted: number } {
  let units = new Map(placed.map(({ id, department, site }) => [id, JSON.stringify([department, site])]));
  if (reached(stage, "pilot")) {
    units = merged(units, placed, ({ department }) => JSON.stringify([department]));
    units = merged(units, placed, () => "");
  }
  const targeted = new Set(placed.filter(({ inside }) => inside).map(({ id }) => units.get(id))).size;
  return { units, targeted };
}

function merged(units: ReadonlyMap<string, string>, placed: readonly Placed[], parent: (one: Placed) => string) {
  const staff = new Map<string, number>();
  for (const unit of units.values()) staff.set(unit, (staff.get(unit) ?? 0) + 1);
  return new Map(
    placed.map((one) => {
      const unit = units.get(one.id) ?? "";
      return [one.id, (staff.get(unit) ?? 0) < STAFF_MIN ? parent(one) : unit] as const;
    }),
  );
}
