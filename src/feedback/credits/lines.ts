import { CREDIT_ROLES, type CreditRole, NAMES_ON_FEATURE, type ShownAs } from "./shape";
import type { CreditLine, ImaginedView } from "./views";

/** Somebody who shaped something, before it is decided what is told of them. */
export type Credited = {
  readonly id: ImaginedView["names"][number]["id"];
  readonly displayName: string;
  readonly department: string;
  readonly role: CreditRole;
  readonly words: string;
  /** What they answered; null until then. */
  readonly shown: ShownAs | null;
  readonly withWords: boolean;
};

const compare = new Intl.Collator("fr").compare;

/** How somebody is told of who has not said that their name may be: "M", to stand before their unit. */
export function initialOf(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? "?";
}

/**
 * Who shaped something, way by way, in the order of the alphabet. A name and a sentence stand here only for those who
 * said so; of those who have not answered the initial and the unit, and whoever said no is one of the others.
 */
export function creditLines(credited: readonly Credited[]): CreditLine[] {
  return CREDIT_ROLES.flatMap((role) => {
    const once = new Map(credited.filter((one) => one.role === role).map((one) => [one.id, one]));
    const those = [...once.values()];
    if (those.length === 0) return [];
    const sentence = ({ words, withWords }: Credited) => (withWords ? words : "");
    const named = those
      .filter((one) => one.shown === "name")
      .map((one) => ({ id: one.id, displayName: one.displayName, words: sentence(one) }))
      .sort((a, b) => compare(a.displayName, b.displayName) || compare(a.id, b.id));
    const initials = those
      .filter((one) => one.shown === "initial" || one.shown === null)
      .map((one) => ({ initial: initialOf(one.displayName), unit: one.department, words: sentence(one) }))
      .sort((a, b) => compare(a.initial, b.initial) || compare(a.unit, b.unit) || compare(a.words, b.words));
    return [{ role, named, initials, others: those.length - named.length - initials.length }];
  });
}

/** With whom a thing was imagined: a few who gave their names, and how many others there are. */
export function imaginedWith(credited: readonly Credited[]): Omit<ImaginedView, "idea"> {
  const everybody = new Set(credited.map((one) => one.id));
  const named = new Map(credited.filter((one) => one.shown === "name").map((one) => [one.id, one.displayName]));
  const names = [...named]
    .map(([id, displayName]) => ({ id, displayName }))
    .sort((a, b) => compare(a.displayName, b.displayName) || compare(a.id, b.id))
    .slice(0, NAMES_ON_FEATURE);
  return { names, others: everybody.size - names.length };
}
