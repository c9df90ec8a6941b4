/** Starts everything that a running Levain needs. */
export async function start(options: { only?: "web" | "worker" }): Promise<void> {
  throw new Error(`not there yet: ${options.only ?? "all"}`);
}
