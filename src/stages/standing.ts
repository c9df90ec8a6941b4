import type { PersonState, Role } from "@/members/shape";
import type { Standing } from "@/platform/access/viewer";
import { type AdmissionKind, type Audience, reached, type Stage } from "./shape";

/** A stored fact that may let a person in. */
export type AdmissionFact = {
  readonly kind: AdmissionKind;
  readonly byName: string | null;
  readonly grantedAt: Date;
  readonly expiresAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
};

/** What standing is computed from; nothing of the result is stored. */
export type StandingFacts = {
  readonly state: PersonState;
  readonly roles: ReadonlySet<Role>;
  readonly department: string;
  readonly site: string;
  readonly groups: readonly string[];
  readonly admissions: readonly AdmissionFact[];
};

/** The stage from which on each kind of admission opens the door. */
export const ADMITS_FROM: Readonly<Record<AdmissionKind, Stage>> = {
  "host-invitation": "founding",
  "member-invitation": "early",
  wave: "early",
  // Whoever wrote here before the launch went back.
  kept: "groundwork",
};

/** The stages from which departments, sites and groups come in, and everybody. */
export const AUDIENCE_FROM: Stage = "pilot";
export const EVERYONE_FROM: Stage = "general";

/**
 * Who is inside, and why. The twin in SQL is `admittedAt` in admitted.ts; a test holds the two together.
 * @param at the moment asked about, for invitations that have ended
 */
export function standingOf(facts: StandingFacts, stage: Stage, audience: Audience, at: Date): Standing {
  if (facts.state !== "active") return { admitted: false, because: "suspended" };
  if (facts.roles.has("admin")) return { admitted: true, because: "admin" };
  if (facts.roles.has("host")) return { admitted: true, because: "host" };
  const fact = facts.admissions.find((one) => counts(one, stage, at));
  if (fact !== undefined) return { admitted: true, because: fact.kind, by: fact.byName };
  if (reached(stage, AUDIENCE_FROM)) {
    const place = inAudience(facts, audience);
    if (place !== null) return { admitted: true, ...place };
  }
  if (reached(stage, EVERYONE_FROM)) return { admitted: true, because: "everyone" };
  return { admitted: false, because: "stage" };
}

function counts(fact: AdmissionFact, stage: Stage, at: Date): boolean {
  if (fact.revokedAt !== null || !reached(stage, ADMITS_FROM[fact.kind])) return false;
  return fact.acceptedAt !== null || fact.expiresAt === null || fact.expiresAt > at;
}

function inAudience(
  facts: StandingFacts,
  audience: Audience,
): { because: "department" | "site" | "group"; name: string } | null {
  if (facts.department !== "" && audience.departments.includes(facts.department))
    return { because: "department", name: facts.department };
  if (facts.site !== "" && audience.sites.includes(facts.site)) return { because: "site", name: facts.site };
  const group = facts.groups.find((name) => audience.groups.includes(name));
  return group === undefined ? null : { because: "group", name: group };
}
