import { INVITATION_STATES, type InvitationState } from "../shape";

/** The state that an address asks for, or none. */
export function stateAsked(word: string | undefined): InvitationState | undefined {
  return INVITATION_STATES.find((state) => state === word);
}
