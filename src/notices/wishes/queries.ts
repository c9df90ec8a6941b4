import { and, eq, inArray, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { env } from "@/platform/env";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { pushDevice } from "../push/schema";
import { noticeRule, noticeWish } from "./schema";
import { CHOSEN_KINDS, DEFAULT_WISH, type Way } from "./shape";
import type { WishesView } from "./views";

type Rule = { scope: "space" | "kind"; key: string; way: Way };

/** One's wishes, one's rules and whether this device shows notices, in one statement. */
async function ownOf(db: Reader, { id, sessionId }: Viewer) {
  const [row] = await db
    .select({
      wish: noticeWish,
      rules: sql<Rule[]>`coalesce((select jsonb_agg(jsonb_build_object('scope', r.scope, 'key', r.key, 'way', r.way))
        from ${noticeRule} r where r.person_id = ${person.id} and r.scope <> 'thread'), '[]'::jsonb)`,
      pushes: sql<boolean>`exists (select 1 from ${pushDevice} d
        where d.person_id = ${person.id} and d.session_id = ${sessionId})`,
    })
    .from(person)
    .leftJoin(noticeWish, eq(noticeWish.personId, person.id))
    .where(eq(person.id, id));
  const { personId: _, ...chosen } = row?.wish ?? { personId: id, ...DEFAULT_WISH };
  return { wish: chosen, rules: row?.rules ?? [], pushes: row?.pushes ?? false };
}

/** All of one's own wishes, with the spaces that one is in. */
export async function wishesOf(db: Reader, viewer: Viewer): Promise<WishesView> {
  const [{ wish, rules, pushes }, spaces] = await Promise.all([ownOf(db, viewer), spacesOf(db, viewer)]);
  const wayOf = (scope: "space" | "kind", key: string): Way | null =>
    rules.find((rule) => rule.scope === scope && rule.key === key)?.way ?? null;
  return {
    wish,
    kinds: CHOSEN_KINDS.map((kind) => ({ kind, way: wayOf("kind", kind) })),
    spaces: spaces.map((one) => ({ ...one, way: wayOf("space", one.id) })),
    push: { key: env().VAPID_PUBLIC_KEY ?? null, on: pushes },
  };
}

async function spacesOf(db: Reader, viewer: Viewer) {
  const ids = [...viewer.spaces.keys()];
  if (ids.length === 0) return [];
  return db
    .select({ id: space.id, name: space.name })
    .from(space)
    .where(and(inArray(space.id, ids), sql`${space.archivedAt} is null`, spacesReadableBy(viewer)))
    .orderBy(sql`lower(${space.name})`, space.id);
}
