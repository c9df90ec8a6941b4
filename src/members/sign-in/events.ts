import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";

export const personSignedIn = declareEvent(
  "person.signed-in",
  "person",
  z.object({ issuer: z.string(), first: z.boolean() }),
  "A person signed in; `first` is true the first time ever.",
);

export const personClaimed = declareEvent(
  "person.claimed",
  "person",
  z.object({ issuer: z.string() }),
  "Somebody who was known only from mail or an invitation signed in: the profile and all that was said are theirs.",
);

/** Why a sign-in can be refused; each has a sentence below `signIn.refused.`. */
export const SIGN_IN_REFUSALS = ["noIdentity", "notVerified", "suspended", "otherAccount"] as const;
export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number];

export const signInRefused = declareEvent(
  "sign-in.refused",
  "sign-in",
  z.object({ issuer: z.string(), reason: z.enum(SIGN_IN_REFUSALS) }),
  "The identity provider vouched for somebody whom Levain did not let sign in; the subject is the provider's.",
);

export const personSignedOut = declareEvent(
  "person.signed-out",
  "person",
  z.object({}),
  "A person signed out on a device.",
  (personId) => [touched("person", personId)],
);
