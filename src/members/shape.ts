import { z } from "zod";
import { dayShape } from "@/platform/day";
import { idOf } from "@/platform/ids";

export const personId = idOf<"person">();
export type PersonId = z.infer<typeof personId>;
export const sessionId = idOf<"session">();
export type SessionId = z.infer<typeof sessionId>;

export const ROLES = ["host", "admin"] as const;
export type Role = (typeof ROLES)[number];
export const role = z.enum(ROLES);

export const ROLE_SOURCES = ["sso", "admin", "environment", "demo"] as const;
export type RoleSource = (typeof ROLE_SOURCES)[number];

export const PERSON_STATES = ["active", "suspended", "left"] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export const LOCALES = ["en", "fr"] as const;
export const localeShape = z.enum(LOCALES);

/** An address as Levain keeps it: trimmed, lower case, at most 254 characters (RFC 5321). */
export const address = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Line breaks, other controls and marks that turn the direction of writing: in a name they would forge what follows. */
const BREAKING = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** One line of text, wherever it is shown or mailed. */
const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(BREAKING, " ").trim())
    .pipe(z.string().max(max));
const tags = z
  .string()
  .max(600)
  .transform((text) => [
    ...new Set(
      text
        .split(/[,;\n]/)
        .map((word) => word.trim())
        .filter((word) => word !== ""),
    ),
  ])
  .pipe(z.array(z.string().max(40)).max(20));

/** A name has at least one character that is seen. */
export const displayName = line(120)
  .pipe(z.string().min(1))
  .pipe(z.string().regex(/[^\p{Cf}\p{Z}\u115f\u1160\u2800\u3164]/u));

/** What people say of themselves. Department and site come from the directory: who may enter can depend on them. */
export const profileShape = z.object({
  displayName,
  title: line(120),
  pronouns: line(40),
  about: z.string().trim().max(2000),
  languages: tags,
  interests: tags,
  canHelpWith: tags,
  wantsToLearn: tags,
});
export type ProfileInput = z.infer<typeof profileShape>;

export const SHOWN_TO = ["inside", "spaces", "nobody"] as const;

/** Who sees a field of a profile: everybody inside, whoever shares a space with its owner, or nobody. */
export const shownTo = z.enum(SHOWN_TO);

/** What a person chose for their fields; what is left out is for everybody inside. */
export type ShownTo = Readonly<Record<string, "spaces" | "nobody">>;

export const AWAY_NOTE_MAX = 200;

/** The days of an absence, both included, with a line about it and the name of whoever can be asked meanwhile. */
export const awayShape = z
  .object({
    from: dayShape,
    until: dayShape,
    note: line(AWAY_NOTE_MAX).default(""),
    ask: line(120).default(""),
  })
  .refine(({ from, until }) => from <= until, { path: ["until"], error: "field.beforeFrom" });
export type Away = z.output<typeof awayShape>;

/** An IANA time zone that this runtime knows. */
export const timeZone = z.string().trim().max(64).refine(isTimeZone, "field.zone");

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
