import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { record } from "@/platform/events/event";
import { profileEdited } from "../events";
import { person } from "../schema";
import type { PersonId, ProfileInput } from "../shape";

/** Writes what a person says of themselves. */
export async function editProfile(act: Act, id: PersonId, profile: ProfileInput): Promise<void> {
  await act.tx
    .update(person)
    .set({
      displayName: profile.displayName,
      title: profile.title,
      pronouns: profile.pronouns,
      about: profile.about,
      languages: profile.languages,
      interests: profile.interests,
      canHelpWith: profile.canHelpWith,
      wantsToLearn: profile.wantsToLearn,
    })
    .where(eq(person.id, id));
  await record(act, profileEdited, id, { fields: Object.keys(profile) });
}
