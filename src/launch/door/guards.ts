import { z } from "zod";
import { ALLOW, deny, team } from "@/platform/access/decision";
import { guardOn, guardPlace } from "@/platform/access/guard";
import { isTeam } from "@/platform/access/viewer";
import { doorLetterById } from "./letters";
import { doorLetterId } from "./shape";

/** A letter to those who wait, for hosts and admins. */
export const onDoorLetter = guardOn({
  name: "host or admin, on a letter at the door",
  by: z.object({ letter: doorLetterId }),
  load: async (db, viewer, { letter }) => (isTeam(viewer) ? doorLetterById(db, letter) : null),
  decide: team,
});

/** Whoever is signed in and not suspended: the letters are for those who wait, and no secret inside. */
export const onTheDoorstep = {
  ...guardPlace("signed in, not suspended", (viewer) =>
    viewer.standing.because === "suspended" ? deny("not-allowed", "suspended") : ALLOW,
  ),
  atTheDoor: true,
} as const;
