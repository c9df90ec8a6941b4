import type { Id } from "@/platform/ids";

export type StageKey = "groundwork" | "founding" | "early" | "pilot" | "general";
export type RoleKey = "host" | "admin";

/** Why a person is inside, or why not yet. `by` is the name of whoever let them in, when somebody did. */
export type Standing =
  | { readonly admitted: true; readonly because: "host" | "admin" | "everyone" }
  | {
      readonly admitted: true;
      readonly because: "host-invitation" | "member-invitation" | "wave" | "kept";
      readonly by: string | null;
    }
  | { readonly admitted: true; readonly because: "department" | "site" | "group"; readonly name: string }
  | { readonly admitted: false; readonly because: "stage" | "suspended" };

/** How the person wishes the place to behave. */
export type Comfort = {
  /** Whether letters without a modifier do things (WCAG 2.1.4 asks for a way to turn that off). */
  readonly keys: boolean;
  /** Whether others are told that the person has a conversation open. */
  readonly presence: boolean;
};

/**
 * The passport of a signed-in person: built once a request, from one query, and handed down. Policies decide on it
 * and on the thing at hand, and on nothing else.
 */
export type Viewer = {
  readonly id: Id<"person">;
  readonly sessionId: Id<"session">;
  readonly name: string;
  readonly locale: "en" | "fr" | null;
  readonly timeZone: string | null;
  readonly roles: ReadonlySet<RoleKey>;
  readonly stage: StageKey;
  readonly stageVersion: number;
  /** Whom the stage admits beside the invited; for asking who else is inside. */
  readonly audience: {
    readonly departments: string[];
    readonly sites: string[];
    readonly groups: string[];
  };
  /** Up to where in the run of changes this passport, and what is read after it, has seen (platform/live). */
  readonly seen: string;
  readonly standing: Standing;
  /** The features that the stage opens to the person and that they did not decline. */
  readonly features: ReadonlySet<string>;
  readonly comfort: Comfort;
  /** The parts of the directory that the person belongs to, as words: `department:R&D`, `site:Lyon`, `group:pilots`. */
  readonly cohorts: readonly string[];
  /** The spaces where the person has a place, of their own or by a group. */
  readonly spaces: ReadonlyMap<Id<"space">, "member" | "owner">;
};

/** Hosts look after people; admins may do all that hosts may. */
export function isTeam(viewer: Viewer): boolean {
  return viewer.roles.has("host") || viewer.roles.has("admin");
}
