import { type DemoPerson, demoPeople } from "@/assembly/demo/people";

/** The groups that make an admin and a host of the demo, as `OIDC_ADMIN_GROUPS` and `OIDC_HOST_GROUPS` name them. */
export const ADMIN_GROUP = "levain-admins";
export const HOST_GROUP = "levain-hosts";

const ROLE_GROUPS = { admin: [ADMIN_GROUP], host: [HOST_GROUP] } as const;

/** How the chooser sorts people: by what one can do as them. */
export type ChooserGroup = "admin" | "host" | "invited" | "seeded" | "waiting" | "stranger";
export const CHOOSER_GROUPS: readonly ChooserGroup[] = ["admin", "host", "invited", "waiting", "seeded", "stranger"];

export function chooserGroup(person: DemoPerson): ChooserGroup {
  return person.role ?? person.arrives;
}

export function findPerson(key: string): DemoPerson | undefined {
  return demoPeople.find((person) => person.key === key);
}

/** The claims of a person (OpenID Connect Core 1.0, section 5.1), with those that companies add. */
export function claimsOf(person: DemoPerson): { sub: string; [claim: string]: unknown } {
  return {
    sub: person.key,
    name: person.name,
    email: person.email,
    email_verified: true,
    locale: person.locale,
    department: person.department,
    site: person.site,
    title: person.title,
    groups: [person.department, person.site, ...(person.role ? ROLE_GROUPS[person.role] : [])],
  };
}

/** Which claims each scope opens, for the provider. */
export const CLAIMS_BY_SCOPE = {
  openid: ["sub"],
  email: ["email", "email_verified"],
  profile: ["name", "locale", "department", "site", "title", "groups"],
  groups: ["groups"],
};
