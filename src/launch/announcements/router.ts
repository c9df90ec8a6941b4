import { z } from "zod";
import { admins, hosts } from "@/platform/access/guard";
import { reads, writes } from "@/platform/access/procedure";
import { PREVIEW_LIMIT, plainPreview, previewView } from "@/posts/mentions/preview";
import { announcements } from "./queries";
import { announcementShape } from "./shape";
import { announcementView } from "./views";
import { lookOf, writeAnnouncement } from "./write";

/** What is said when a stage opens. */
export const announcementProcedures = {
  announcements: reads(hosts)
    .output(z.array(announcementView))
    .query(({ ctx }) => announcements(ctx.db)),
  writeAnnouncement: writes(admins)
    .input(announcementShape)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await writeAnnouncement(ctx.act, input);
      return {};
    }),
  /** How it will stand there, one language below the other. */
  previewAnnouncement: writes(admins, PREVIEW_LIMIT)
    .input(announcementShape)
    .output(previewView)
    .mutation(async ({ input }) => plainPreview(lookOf(input))),
};
