import type { Visitor } from "@/assembly/doors/visitor";
import type { Visit } from "@/platform/http/visit";
import { type Limit, spend } from "@/platform/limits/limit";

/**
 * What one network may do at the doors without being signed in. Wide enough for a whole company behind one address on
 * launch day, narrow enough that one machine cannot keep the database busy.
 */
const SIGN_IN: Limit = { name: "door-sign-in", points: 600, seconds: 60 };
const ANONYMOUS: Limit = { name: "door-anonymous", points: 600, seconds: 60 };

/** @throws Refusal `too-many` */
export async function spendSignIn(visit: Visit): Promise<void> {
  await spend(SIGN_IN, visit.client);
}

/** Counts a visitor whom nobody knows; for the signed-in the procedures count. @throws Refusal `too-many` */
export async function spendAnonymous(visit: Visit, { viewer }: Visitor): Promise<void> {
  if (viewer === null) await spend(ANONYMOUS, visit.client);
}
