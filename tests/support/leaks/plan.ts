import fc from "fast-check";
import { KEPT_FIELDS } from "@/members/privacy-shape";
import { POST_KINDS } from "@/posts/shape";
import { CLOSED, KINDS } from "./oracle";

/** What becomes of a post while those who lose their place are still in the room. */
export const FATES = ["stays", "pinned", "locked", "removed", "reported", "hidden answer", "moved in"] as const;
/** How somebody comes to be outside who was inside. */
export const LOSSES = ["left", "put out", "room closed"] as const;
/** The fields of a profile in which a word can be hidden. */
export const FIELDS = KEPT_FIELDS.filter((field) => field !== "recent" && field !== "offers");

/** One little world, as it is generated and as a counterexample prints it. */
export const plan = fc.record({
  closed: fc.constantFrom(...CLOSED),
  posts: fc.array(fc.record({ kind: fc.constantFrom(...POST_KINDS), fate: fc.constantFrom(...FATES) }), {
    minLength: 1,
    maxLength: 2,
  }),
  loss: fc.constantFrom(...LOSSES),
  board: fc.constantFrom("hosts" as const, "later" as const, "cohort" as const),
  kept: fc.record({ fields: fc.subarray([...FIELDS], { minLength: 1 }), to: fc.constantFrom("spaces", "nobody") }),
  mails: fc.constantFrom("all" as const, "digest" as const),
  /** Who looks: each world is looked at by some, so that there can be more worlds. */
  lookers: fc.shuffledSubarray([...KINDS], { minLength: 4, maxLength: 4 }),
});
export type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

/** A world with everything in it, tried before the generated ones. */
export const everything = (closed: Plan["closed"]): Plan => ({
  closed,
  // The fourth kind in turn, an event, meets the fate of being removed.
  posts: [
    { kind: "event", fate: "stays" },
    ...FATES.map((fate, n) => ({ fate, kind: POST_KINDS[n % POST_KINDS.length] ?? ("discussion" as const) })),
  ],
  loss: "put out",
  board: "hosts",
  kept: { fields: [...FIELDS], to: "nobody" },
  mails: "all",
  lookers: [...KINDS],
});

/** The same worlds at each run, chosen because they have a little of everything; another number makes others. */
export const SEED = 2002;
