import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { DEFAULT_LOCALE } from "@/i18n/locale";
import { person, personAddress, personRole } from "@/members/schema";
import type { Tx } from "@/platform/database/client";
import type { Addressee } from "./write-letter";

export type NamedAddressee = Addressee & { readonly name: string };

/** The active people whom a condition on `person` finds, each at their first address and in their language. */
export async function addressees(tx: Tx, which: SQL | undefined): Promise<NamedAddressee[]> {
  const rows = await tx
    .selectDistinctOn([person.id], {
      personId: person.id,
      name: person.displayName,
      locale: person.locale,
      address: personAddress.address,
    })
    .from(person)
    .innerJoin(personAddress, eq(personAddress.personId, person.id))
    .where(and(eq(person.state, "active"), eq(person.kind, "human"), which))
    .orderBy(asc(person.id), sql`${personAddress.rank} = 'primary' desc`, asc(personAddress.address));
  return rows.map((row) => ({ ...row, locale: row.locale ?? DEFAULT_LOCALE }));
}

/** Whoever looks after people: the hosts, or the admins where nobody is host. */
export async function careTakers(tx: Tx): Promise<NamedAddressee[]> {
  const holds = (role: "host" | "admin") => sql`exists (select 1 from ${personRole}
    where ${personRole.personId} = ${person.id} and ${personRole.role} = ${role} and ${personRole.until} is null)`;
  const hosts = await addressees(tx, holds("host"));
  return hosts.length > 0 ? hosts : addressees(tx, holds("admin"));
}
