import { aPerson } from "@tests/support/people";
import { sql } from "drizzle-orm";
import { createCaller } from "@/assembly/router";
import { viewerOf } from "@/assembly/viewer";
import { openSession } from "@/members/sessions/actions/open-session";
import { newToken } from "@/members/sessions/token";
import type { PersonId } from "@/members/shape";
import { noticeWish } from "@/notices/wishes/schema";
import { reader, transaction } from "@/platform/database/client";
import { noteVisit } from "@/posts/reading/actions/note-visit";
import { KINDS, type Kind, type Somebody } from "./oracle";
import type { Plan } from "./plan";

/** The site whose people the closed room takes in. */
export const SITE = "Oven hall";

type Wish = Parameters<typeof aPerson>[0];
const INVITED = { admitted: "host-invitation" } as const;

const WISHES: Readonly<Record<Somebody, Wish>> = {
  waiting: { name: "Wanda Waiting" },
  suspended: { name: "Susan Suspended", ...INVITED },
  stranger: { name: "Stan Stranger", ...INVITED },
  former: { name: "Fanny Former", ...INVITED },
  "out of the group": { name: "Otto Outgroup", ...INVITED, site: SITE },
  "in the group": { name: "Ingrid Ingroup", ...INVITED, site: SITE },
  member: { name: "Mona Member", ...INVITED },
  owner: { name: "Ernst Owner", ...INVITED },
  host: { name: "Hanna Host", roles: ["host"] },
  admin: { name: "Adam Admin", roles: ["admin"] },
  "former host": { name: "Hector Formerhost", ...INVITED, roles: ["host"] },
};

/** A person of each kind, each with a device that they signed in on. */
export type Cast = {
  readonly ids: Readonly<Record<Somebody, PersonId>>;
  readonly tokens: Readonly<Record<Somebody, string>>;
};

/** Makes one person of each kind, who want their mails as the plan says and at any hour. */
export async function makeCast(mails: Plan["mails"]): Promise<Cast> {
  const ids = {} as Record<Somebody, PersonId>;
  const tokens = {} as Record<Somebody, string>;
  for (const [kind, wish] of Object.entries(WISHES) as [Somebody, Wish][]) {
    const personId = await aPerson(wish);
    const token = newToken();
    await transaction(async (tx) => {
      await openSession(tx, { personId, token, before: null, userAgent: "" });
      const hours = { quietFrom: 0, quietUntil: 0, workdays: [], rhythm: "daily" as const };
      await tx.insert(noticeWish).values({ personId, position: mails, ...hours });
      await noteVisit(tx, personId);
    });
    ids[kind] = personId;
    tokens[kind] = token;
  }
  return { ids, tokens };
}

/** The router, as somebody of a kind who comes in by the door now. */
export async function asking({ tokens }: Cast, kind: Kind) {
  const viewer = await viewerOf(reader(), kind === "nobody" ? null : tokens[kind]);
  return createCaller({ viewer, locale: "en", requestId: "leak walk" });
}
export type Caller = Awaited<ReturnType<typeof asking>>;

/** The kind of person whom an address of a letter, or an id, belongs to. */
export function kindOf({ ids }: Cast, id: string | null): Kind {
  return KINDS.find((kind) => kind !== "nobody" && ids[kind] === id) ?? "nobody";
}

/** Takes everything away that a world has made; what the migrations wrote stays. */
export async function clearAll(): Promise<void> {
  await transaction(async (tx) => {
    const rows: Iterable<{ name: string }> = await tx.execute<{ name: string }>(sql`
      select quote_ident(tablename) as name from pg_tables
      where schemaname = 'public' and tablename <> 'launch_state'`);
    const tables = Array.from(rows, ({ name }) => name);
    // One after the other would meet the keys between them.
    await tx.execute(sql.raw(`truncate ${tables.join(", ")}`));
  });
}
