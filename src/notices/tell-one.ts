import { sql } from "drizzle-orm";
import { offerAsk } from "@/care/offers/schema";
import { thanks } from "@/care/thanks/schema";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { dueAt, ring, type ToldRow } from "./ring";
import { notice } from "./schema";
import { unwanted } from "./wishes/way";

/** Something between two people, which stands in no conversation. */
type Between = {
  readonly personId: PersonId;
  readonly actorId: Id<"person"> | null;
  readonly at: Date;
} & (
  | { readonly why: "thanked"; readonly kind: "thanks"; readonly thing: Id<"thanks"> }
  | { readonly why: "help-asked" | "help-answered"; readonly kind: "help"; readonly thing: Id<"offer-ask"> }
);

/**
 * Tells one person what another did towards them, once a thing: what was read comes up again when more became of it.
 * Nobody is told of what is gone, of what they did themselves, or of what they want to hear nothing of.
 */
export async function tellOne(tx: Tx, told: Between): Promise<void> {
  const due = dueAt(told.at);
  const bundle = `${told.kind}:${told.thing}`;
  const at = sql`${told.at.toISOString()}::timestamptz`;
  const itself = told.kind === "thanks" ? sql`${thanks}` : sql`${offerAsk}`;
  const nowhere = { space: sql`null`, thread: sql`null` };
  const those: Iterable<ToldRow> = await tx.execute<ToldRow>(sql`
    insert into ${notice} (id, person_id, bundle, kind, why, ${sql.raw(told.kind === "thanks" ? "thanks_id" : "ask_id")},
      actor_id, since, last_at, mail_from, mail_due_at)
    select gen_random_uuid(), ${person.id}, ${bundle}, ${told.kind}, ${told.why}, thing.id, ${told.actorId}::uuid,
      ${at}, ${at}, ${at}, ${due?.toISOString() ?? null}::timestamptz
    from ${person} join ${itself} thing on thing.id = ${told.thing}::uuid
    where ${person.id} = ${told.personId}::uuid and ${person.kind} = 'human' and ${person.state} = 'active'
      and ${person.id} is distinct from ${told.actorId}::uuid
      and not ${unwanted({ person: sql`${person.id}`, kind: sql`${told.kind}`, ...nowhere })}
    on conflict (person_id, bundle) do update set why = excluded.why, actor_id = excluded.actor_id,
      since = excluded.since, last_at = excluded.last_at, read_at = null,
      mail_from = excluded.mail_from, mail_due_at = excluded.mail_due_at
    returning person_id`);
  await ring(tx, those, bundle, due);
}
