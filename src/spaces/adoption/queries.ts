import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { canSeeSpace } from "../policy";
import { space } from "../schema";
import type { SpaceId } from "../shape";
import { spaceAdoption } from "./schema";
import { ADOPTION_DAYS } from "./shape";
import type { AskedView } from "./views";

const ASKED_MAX = 20;

/** Whether an offer can still be answered. A condition on `space_adoption`. */
export function openOffer(at: Date): SQL {
  return sql`(${spaceAdoption.answer} is null
    and ${spaceAdoption.askedAt} > ${daysAfter(at, -ADOPTION_DAYS).toISOString()}::timestamptz)`;
}

/** Who was asked to look after a space, the latest first. */
export async function askedToAdopt(db: Reader, spaceId: SpaceId): Promise<AskedView[]> {
  const rows = await db
    .select({
      person: cardColumns,
      askedAt: spaceAdoption.askedAt,
      answer: spaceAdoption.answer,
      open: sql<boolean>`${openOffer(now())}`,
    })
    .from(spaceAdoption)
    .innerJoin(person, eq(person.id, spaceAdoption.personId))
    .where(eq(spaceAdoption.spaceId, spaceId))
    .orderBy(desc(spaceAdoption.askedAt), desc(spaceAdoption.id))
    .limit(ASKED_MAX);
  return rows.map(({ open, ...row }) => ({ ...row, state: row.answer ?? (open ? "open" : "over") }));
}

/** What somebody answers. */
export type LoadedAdoption = { id: Id<"adoption">; space: { id: SpaceId; slug: string } };

/** An open offer to the viewer, of a space that they see; null for anybody else's. */
export async function adoptionFor(db: Reader, viewer: Viewer, id: Id<"adoption">): Promise<LoadedAdoption | null> {
  const [row] = await db
    .select({
      id: spaceAdoption.id,
      space: {
        id: space.id,
        slug: space.slug,
        visibility: space.visibility,
        opensAt: space.opensAt,
        archivedAt: space.archivedAt,
      },
    })
    .from(spaceAdoption)
    .innerJoin(space, and(eq(space.id, spaceAdoption.spaceId), isNull(space.archivedAt)))
    .where(and(eq(spaceAdoption.id, id), eq(spaceAdoption.personId, viewer.id), openOffer(now())));
  return row !== undefined && canSeeSpace(viewer, row.space) ? row : null;
}
