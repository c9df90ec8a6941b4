import { eq } from "drizzle-orm";
import { z } from "zod";
import { person } from "@/members/schema";
import { personId } from "@/members/shape";
import { team } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { known } from "./invitable";
import { invitationById } from "./invitations";
import { invitationId } from "./shape";

/** An invitation, for hosts and admins. */
export const onInvitation = guardOn({
  name: "host or admin, on an invitation",
  by: z.object({ invitation: invitationId }),
  load: (db, _viewer, by) => invitationById(db, by.invitation),
  decide: team,
});

/** Somebody who is known, for hosts and admins. */
export const onKnownPerson = guardOn({
  name: "host or admin, on a person",
  by: z.object({ person: personId }),
  load: async (db, _viewer, by) => (await known(db, eq(person.id, by.person)))[0],
  decide: team,
});
