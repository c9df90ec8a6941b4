import { eq } from "drizzle-orm";
import { z } from "zod";
import { person } from "@/members/schema";
import { personId } from "@/members/shape";
import { team } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { isTeam } from "@/platform/access/viewer";
import { known } from "./invitable";
import { invitationById } from "./invitations";
import { invitationId } from "./shape";

/** An invitation, for hosts and admins; for all others none exists. */
export const onInvitation = guardOn({
  name: "host or admin, on an invitation",
  by: z.object({ invitation: invitationId }),
  load: async (db, viewer, by) => (isTeam(viewer) ? invitationById(db, by.invitation) : null),
  decide: team,
});

/** Somebody who is known, for hosts and admins; others learn nothing of whether an address is known. */
export const onKnownPerson = guardOn({
  name: "host or admin, on a person",
  by: z.object({ person: personId }),
  load: async (db, viewer, by) => (isTeam(viewer) ? (await known(db, eq(person.id, by.person)))[0] : null),
  decide: team,
});
