/** What Next gives a page as `searchParams`. */
export type Query = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** The query of an address with one value a name: the first, where an address gives several. */
export async function queryOf(query: Query): Promise<Readonly<Record<string, string | undefined>>> {
  const entries = Object.entries(await query).map(
    ([name, value]) => [name, Array.isArray(value) ? value[0] : value] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ""));
}
