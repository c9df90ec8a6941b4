/** A group of people that is shown only when it hides each of them (k-anonymity). */
export const K = 5;

export type Counted = { readonly name: string; readonly count: number };

/** Named groups of at least K people; all others together, or null when that sum would still tell on somebody. */
export type Suppressed = { readonly shown: Counted[]; readonly others: number | null };

/**
 * Counts by group without telling on small ones. A group under `k` is added to the others; when these stay under `k`
 * the smallest shown group joins them, because whoever knows the total could subtract.
 * @param counts one entry a group; `""` is people without one, who always belong to the others
 */
export function suppress(counts: readonly Counted[], k = K): Suppressed {
  const shown = counts.filter(({ name, count }) => name !== "" && count >= k);
  shown.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  let others = total(counts) - total(shown);
  while (others > 0 && others < k) {
    const smallest = shown.pop();
    if (smallest === undefined) return { shown: [], others: null };
    others += smallest.count;
  }
  return { shown, others };
}

function total(counts: readonly Counted[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
