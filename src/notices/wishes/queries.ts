import { and, eq, inArray, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { noticeRule, noticeWish } from "./schema";
import { CHOSEN_KINDS, DEFAULT_WISH, type Way, type Wish } from "./shape";
import type { WishesView } from "./views";

/** How a person wants to be told; what holds for everybody where they chose nothing. */
async function wishOf(db: Reader, id: PersonId): Promise<Wish> {
  const [row] = await db.select().from(noticeWish).where(eq(noticeWish.personId, id));
  if (row === undefined) return DEFAULT_WISH;
  const { personId: _, ...wish } = row;
  return wish;
}

/** All of one's own wishes, with the spaces that one is in. */
export async function wishesOf(db: Reader, viewer: Viewer): Promise<WishesView> {
  const [wish, rules, spaces] = await Promise.all([
    wishOf(db, viewer.id),
    db
      .select({ scope: noticeRule.scope, key: noticeRule.key, way: noticeRule.way })
      .from(noticeRule)
      .where(and(eq(noticeRule.personId, viewer.id), inArray(noticeRule.scope, ["space", "kind"]))),
    spacesOf(db, viewer),
  ]);
  const wayOf = (scope: "space" | "kind", key: string): Way | null =>
    rules.find((rule) => rule.scope === scope && rule.key === key)?.way ?? null;
  return {
    wish,
    kinds: CHOSEN_KINDS.map((kind) => ({ kind, way: wayOf("kind", kind) })),
    spaces: spaces.map((one) => ({ ...one, way: wayOf("space", one.id) })),
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
