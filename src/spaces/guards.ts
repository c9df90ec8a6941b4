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
export const onVisibleSpace = guardOn({
  name: "space visible",
  by: z.object({ slug }),
  load: (db, viewer, by) => spaceBySlug(db, viewer, by.slug),
  decide: () => ALLOW,
});
