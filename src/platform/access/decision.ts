import { Refusal, type RefusalCode, type RefusalValues } from "@/platform/errors";
import { isTeam, type Viewer } from "./viewer";

/** What a policy says: yes, or no with the reason that the person is told. */
export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: RefusalCode; readonly key: string; readonly values: RefusalValues };

export type Policy<R> = (viewer: Viewer, resource: R) => Decision;

export const ALLOW: Decision = { allowed: true };

/** A no with its reason: `key` is a sentence below `refusals.` in the catalogue. */
export function deny(code: RefusalCode, key: string = code, values: RefusalValues = {}): Decision {
  return { allowed: false, code, key, values };
}

/** Allows when every policy allows; the first no is the answer. */
export function and<R>(...policies: readonly Policy<R>[]): Policy<R> {
  return (viewer, resource) => {
    for (const policy of policies) {
      const decision = policy(viewer, resource);
      if (!decision.allowed) return decision;
    }
    return ALLOW;
  };
}

/** Throws the refusal that a no stands for. */
export function demand(decision: Decision): void {
  if (!decision.allowed) throw new Refusal(decision.code, decision.key, decision.values);
}

/** Anybody who is inside at this stage; others are told that it is not their time yet. */
export const admitted: Policy<unknown> = (viewer) => {
  if (viewer.standing.admitted) return ALLOW;
  return viewer.standing.because === "suspended" ? deny("not-allowed", "suspended") : deny("not-yet", "stageClosed");
};

/** Hosts and admins. */
export const team: Policy<unknown> = and(admitted, (viewer) =>
  isTeam(viewer) ? ALLOW : deny("not-allowed", "hostsOnly"),
);

/** Admins alone. */
export const adminOnly: Policy<unknown> = and(admitted, (viewer) =>
  viewer.roles.has("admin") ? ALLOW : deny("not-allowed", "adminsOnly"),
);
