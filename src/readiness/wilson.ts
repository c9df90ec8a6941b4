/** A share with what one may say about it: `low` is the lower end of its one-sided Wilson interval. */
export type Proportion = { readonly hits: number; readonly n: number; readonly value: number; readonly low: number };

/**
 * The share `hits` / `n` with the lower bound of the Wilson score interval (E. B. Wilson, 1927).
 * @param z the quantile; 0.84 is one-sided 80 %
 * @returns value and bound between 0 and 1; both 0 for an empty sample
 */
export function wilson(hits: number, n: number, z: number): Proportion {
  if (n <= 0) return { hits, n: 0, value: 0, low: 0 };
  const p = hits / n;
  const zz = z * z;
  const centre = p + zz / (2 * n);
  const spread = z * Math.sqrt(Math.max(0, (p * (1 - p)) / n + zz / (4 * n * n)));
  const low = (centre - spread) / (1 + zz / n);
  return { hits, n, value: p, low: Math.min(p, Math.max(0, low)) };
}
