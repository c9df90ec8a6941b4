import { z } from "zod";
import { fileId } from "@/members/files/shape";
import { fileView } from "@/members/files/views";
import { ALLOW } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { reads, router } from "@/platform/access/procedure";
import { fileFor } from "./queries";

const onFile = guardOn({
  name: "file visible",
  by: z.object({ file: fileId }),
  load: (db, viewer, { file }) => fileFor(db, viewer, file),
  decide: () => ALLOW,
  // A person's own photo is theirs at the door too; whatever hangs on words is hidden there by its words.
  atTheDoor: true,
});

export const filesRouter = router({
  /** What a file is, for whoever may see it. Its bytes come through the door of files. */
  one: reads(onFile)
    .output(fileView)
    .query(({ ctx }) => ctx.resource),
});
