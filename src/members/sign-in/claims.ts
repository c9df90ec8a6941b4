import { z } from "zod";
import { address, type Role } from "../shape";

/** What the identity provider says of a person, in Levain's words. Null or absent: it says nothing of it. */
export type Claims = {
  readonly issuer: string;
  readonly subject: string;
  readonly address: string | null;
  readonly isVerified: boolean;
  readonly name: string | null;
  readonly locale: "en" | "fr" | null;
  readonly title: string | null;
  readonly department: string | null;
  readonly site: string | null;
  readonly groups: readonly string[];
};

const SUBJECT_MAX = 255;
const GROUPS_MAX = 1000;
const LINE_MAX = 120;

export type ClaimSettings = { readonly groupsClaim: string; readonly trustAddress: boolean };

/**
 * Reads the claims of an ID token and of the userinfo answer (OpenID Connect Core 1.0, sections 2 and 5). The issuer and
 * the subject are the token's, which is signed; an address and its verification always come from one and the same
 * source. Gives null when there is no issuer or no subject.
 */
export function readClaims(
  idToken: Readonly<Record<string, unknown>>,
  userinfo: Readonly<Record<string, unknown>>,
  settings: ClaimSettings,
): Claims | null {
  const issuer = text(idToken.iss, 500);
  const subject = text(idToken.sub, SUBJECT_MAX);
  if (issuer === null || subject === null) return null;
  const all: Readonly<Record<string, unknown>> = { ...idToken, ...userinfo };
  const source = userinfo.email === undefined ? idToken : userinfo;
  const parsed = address.safeParse(source.email);
  return {
    issuer,
    subject,
    address: parsed.success ? parsed.data : null,
    isVerified: isVerified(source.email_verified, settings.trustAddress),
    name: line(all.name) ?? joined(all.given_name, all.family_name) ?? line(all.preferred_username),
    locale: localeOf(all.locale),
    title: line(all.title),
    department: line(all.department),
    site: line(all.site),
    groups: groupsOf(all[settings.groupsClaim]),
  };
}

/** Some providers send the word instead of the value; an absent claim counts only where the operator says so. */
function isVerified(claim: unknown, trustAbsent: boolean): boolean {
  if (claim === undefined || claim === null) return trustAbsent;
  return claim === true || claim === "true";
}

function text(value: unknown, max: number): string | null {
  return typeof value === "string" && value !== "" && value.length <= max ? value : null;
}

/** One line of text: control characters and doubled spaces become one space. An empty string stays: it says "none". */
function line(value: unknown): string | null {
  if (typeof value !== "string") return null;
  return value
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .slice(0, LINE_MAX);
}

function joined(given: unknown, family: unknown): string | null {
  const name = [line(given), line(family)].filter(Boolean).join(" ");
  return name === "" ? null : name;
}

function localeOf(value: unknown): "en" | "fr" | null {
  const language = typeof value === "string" ? value.toLowerCase().split(/[-_]/, 1)[0] : "";
  return language === "en" || language === "fr" ? language : null;
}

const groupNames = z.array(z.string().trim().min(1).max(256)).max(GROUPS_MAX);

/** No claim means no groups: what a group opens must close when the provider speaks of it no more. */
function groupsOf(value: unknown): string[] {
  const parsed = groupNames.safeParse(typeof value === "string" ? [value] : value);
  return parsed.success ? [...new Set(parsed.data)] : [];
}

export type RoleSettings = {
  readonly hostGroups: readonly string[];
  readonly adminGroups: readonly string[];
  /** Addresses that are admins by configuration. */
  readonly admins: readonly string[];
};

/** The roles that a sign-in gives, by where they come from. What is missing here ends. */
export function rolesOf(claims: Claims, settings: RoleSettings): { role: Role; source: "sso" | "environment" }[] {
  const isIn = (names: readonly string[]) => names.some((name) => claims.groups.includes(name));
  const roles: { role: Role; source: "sso" | "environment" }[] = [];
  if (isIn(settings.hostGroups)) roles.push({ role: "host", source: "sso" });
  if (isIn(settings.adminGroups)) roles.push({ role: "admin", source: "sso" });
  const isNamed = settings.admins.some((one) => one.toLowerCase() === claims.address);
  if (isNamed) roles.push({ role: "admin", source: "environment" });
  return roles;
}
