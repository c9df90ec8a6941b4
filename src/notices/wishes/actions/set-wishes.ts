import { and, eq, inArray } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { noticeRule, noticeWish } from "../schema";
import type { Scope, Way, WishInput } from "../shape";

/** Writes how the actor wants to be told. */
export async function setWish(act: Act, wish: WishInput): Promise<void> {
  await act.tx
    .insert(noticeWish)
    .values({ personId: act.actor, ...wish })
    .onConflictDoUpdate({ target: noticeWish.personId, set: wish });
}

export type Rule = { readonly scope: Exclude<Scope, "thread">; readonly key: string; readonly way: Way | "default" };

/** Writes the actor's wishes for single kinds and spaces; `default` leaves it to the switch again. */
export async function setRules(act: Act, rules: readonly Rule[]): Promise<void> {
  const own = eq(noticeRule.personId, act.actor);
  for (const scope of ["kind", "space"] as const) {
    const named = rules.filter((rule) => rule.scope === scope);
    if (named.length === 0) continue;
    const keys = named.map(({ key }) => key);
    await act.tx.delete(noticeRule).where(and(own, eq(noticeRule.scope, scope), inArray(noticeRule.key, keys)));
    const chosen = named.flatMap(({ key, way }) =>
      way === "default" ? [] : [{ personId: act.actor, scope, key, way }],
    );
    if (chosen.length > 0) await act.tx.insert(noticeRule).values(chosen);
  }
}
