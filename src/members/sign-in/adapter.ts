import type { Adapter } from "next-auth/adapters";
import { type Tx, transaction } from "@/platform/database/client";
import { openSession } from "../sessions/actions/open-session";
import { type PersonId, personId } from "../shape";
import type { NotSignedIn, SignedIn } from "./actions/sign-in";
import type { Claims } from "./claims";

/** One sign-in on its way: what the server knows of the request, and who decides. */
export type SignInRequest = {
  readonly requestId: string;
  readonly userAgent: string;
  /** The session token that the device came with: that session ends when the new one begins. */
  readonly before: string | null;
  readonly decide: (claims: Claims | null, idToken: string | null) => Promise<SignedIn | NotSignedIn>;
  /** Runs in the transaction that opens the session. */
  readonly alsoAtSession: (tx: Tx, person: PersonId) => Promise<void>;
};

/**
 * What the sign-in library may do to our tables: learn who was let in, and open a session. It makes no people, links
 * nothing and reads no session; the methods for that do not exist here.
 * @param admitted gives the person whom the decision let in, null before it
 */
export function sessionAdapter(request: SignInRequest, admitted: () => PersonId | null): Adapter {
  return {
    getUserByAccount: () => {
      const id = admitted();
      return id === null ? null : { id, email: "", emailVerified: null };
    },
    createSession: async ({ sessionToken, userId }) => {
      const id = personId.parse(userId);
      const { userAgent, before } = request;
      const { expiresAt } = await transaction(async (tx) => {
        await request.alsoAtSession(tx, id);
        return openSession(tx, { personId: id, token: sessionToken, before, userAgent });
      });
      return { sessionToken, userId, expires: expiresAt };
    },
  };
}
