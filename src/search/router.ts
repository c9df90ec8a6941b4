import { inside } from "@/platform/access/guard";
import { reads, router } from "@/platform/access/procedure";
import { find } from "./find";
import { people } from "./people";
import { peopleShape, searchShape } from "./shape";
import { peopleView, searchView } from "./views";

export const searchRouter = router({
  find: reads(inside)
    .input(searchShape)
    .output(searchView)
    .query(({ ctx, input }) => find(ctx.db, ctx.viewer, input)),
  /** The directory: people by name, by what they can be asked, and by where they are. */
  people: reads(inside)
    .input(peopleShape)
    .output(peopleView)
    .query(({ ctx, input }) => people(ctx.db, ctx.viewer, input)),
});
