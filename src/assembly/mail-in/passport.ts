import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import type { SpaceId } from "@/spaces/shape";
import { viewerOfPerson } from "../viewer";

/**
 * The passport with which a mail's author acts. Whoever is inside acts as on the pages. Whoever is not inside yet takes
 * part by mail in the spaces where a host gave them a place, from the first stage on: for that one space, and for it
 * alone, they are let in.
 * @param spaceId the space that the mail is for; null when it is for none
 * @returns null for a person who was suspended or has left
 */
export async function mailPassport(db: Reader, personId: PersonId, spaceId: SpaceId | null): Promise<Viewer | null> {
  const viewer = await viewerOfPerson(db, personId);
  if (viewer === null || viewer.standing.admitted) return viewer;
  const place = spaceId === null ? undefined : viewer.spaces.get(spaceId);
  if (viewer.standing.because === "suspended" || spaceId === null || place === undefined) return viewer;
  return {
    ...viewer,
    stage: "general",
    standing: { admitted: true, because: "everyone" },
    cohorts: [],
    spaces: new Map([[spaceId, place]]),
  };
}
