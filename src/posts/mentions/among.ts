import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { canRunSpace, type Launch, readersOfSpace, type SpaceFacts } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";

/** What a writer has been told and agreed to, as fields of a form. */
export const agreedShape = z.object({
  /** That everybody in the space will be told; or that nobody is called, whatever the text says. */
  everyone: z.enum(["yes", "no"]).optional(),
  /** That some of those named will not be told. */
  aware: z.literal("yes").optional(),
});
export type Agreed = z.output<typeof agreedShape>;

/** Among whom a text is written: who may be named in it, and what else may. */
export type Among = {
  /** Those who read the place, as a condition on `person`. */
  readonly readers: SQL;
  readonly launch: Launch;
  /** The space that it stands in. */
  readonly space: { readonly id: SpaceId; readonly slug: string; readonly name: string } | null;
  /** Whether the writer may call everybody in that space. */
  readonly callsAll: boolean;
  /** What the writer agreed to; null when nobody is there to be asked, and nobody is asked. */
  readonly agreed: Agreed | null;
};

/** What is written in a space is read by those who read the space. */
export function amongReadersOf(
  viewer: Viewer,
  room: { id: SpaceId; slug: string; name: string },
  facts: SpaceFacts,
  agreed: Agreed,
): Among {
  return {
    readers: sql`exists (select 1 from ${space} where ${space.id} = ${room.id} and ${readersOfSpace(viewer, now())})`,
    launch: viewer,
    space: { id: room.id, slug: room.slug, name: room.name },
    callsAll: agreed.everyone !== "no" && canRunSpace(viewer, facts).allowed,
    agreed,
  };
}
