import { z } from "zod";
import type { Reader } from "@/platform/database/client";
import { ALLOW, adminOnly, admitted, type Policy, team } from "./decision";
import type { Viewer } from "./viewer";

/**
 * What stands before a procedure: which input names the thing, how it is loaded and what the policy says of it.
 * `load` gives null for what does not exist *or may not be seen*; both are *not found*.
 */
export type Guard<By extends z.ZodType<object | undefined>, R> = {
  /** The policy's name, as docs/access.md prints it: `posts.edit`. */
  readonly name: string;
  readonly by: By;
  readonly load: (db: Reader, viewer: Viewer, by: z.output<By>) => Promise<R | null | undefined>;
  readonly decide: Policy<R>;
  /** Also for those who wait at the door; everywhere else they are told that it is not their time yet. */
  readonly atTheDoor?: true;
};

/** A guard on a thing that the input names. */
export function guardOn<By extends z.ZodType<object | undefined>, R>(guard: Guard<By, R>): Guard<By, R> {
  return guard;
}

/** Takes nothing. Typed so that it adds no rule to the input that a procedure asks for beside it. */
const NOTHING: z.ZodType<object | undefined, object | undefined> = z.object({}).optional();

/** A guard on the place as a whole: no thing to load. */
export function guardPlace(name: string, decide: Policy<null>): Guard<typeof NOTHING, true> {
  return { name, by: NOTHING, load: async () => true as const, decide: (viewer) => decide(viewer, null) };
}

/** Any signed-in person, inside or still at the door: their own affairs. */
export const self = { ...guardPlace("signed in", () => ALLOW), atTheDoor: true } as const;
export const inside = guardPlace("admitted", admitted);
export const hosts = guardPlace("host or admin", team);
export const admins = guardPlace("admin", adminOnly);
