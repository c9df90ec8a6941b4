const kept = Symbol.for("levain.once");

/**
 * Makes a thing once a process and gives the same one ever after, also to Next's own bundle of this code,
 * which would otherwise hold a second pool of connections.
 */
export function once<T>(name: string, make: () => T): T {
  const globals = globalThis as { [kept]?: Map<string, unknown> };
  globals[kept] ??= new Map();
  if (!globals[kept].has(name)) globals[kept].set(name, make());
  return globals[kept].get(name) as T;
}

/** The thing that `once` made under this name, or undefined when nobody has asked for it yet. */
export function already<T>(name: string): T | undefined {
  return (globalThis as { [kept]?: Map<string, unknown> })[kept]?.get(name) as T | undefined;
}
