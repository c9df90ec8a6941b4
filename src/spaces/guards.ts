import { z } from "zod";
import { ALLOW, type Policy } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { spaceById, spaceBySlug } from "./queries";
import { slug, spaceId } from "./shape";
import type { SpaceView } from "./views";

/** A space that exists for the viewer, named by its id. */
export function onSpace(name: string, decide: Policy<SpaceView>) {
  return guardOn({
    name,
    by: z.object({ space: spaceId }),
    load: (db, viewer, { space }) => spaceById(db, viewer, space),
    decide,
  });
}

/** A space that exists for the viewer, named by its address. */
export function onSpaceAt(name: string, decide: Policy<SpaceView>) {
  return guardOn({
    name,
    by: z.object({ slug }),
    load: (db, viewer, by) => spaceBySlug(db, viewer, by.slug),
    decide,
  });
}

export const onVisibleSpace = onSpaceAt("space visible", () => ALLOW);
