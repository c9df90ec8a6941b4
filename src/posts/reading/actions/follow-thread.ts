import type { Act } from "@/platform/access/procedure";
import { hold } from "../../actions/hold";
import type { ConversationId } from "../../shape";
import { reading } from "../schema";
import type { ThreadLevel } from "../shape";

/**
 * Says what one wants to hear of a conversation; null leaves it to one's level in the space again.
 * @throws Refusal `not-found` when it was taken back meanwhile
 */
export async function followThread(act: Act, of: ConversationId, level: ThreadLevel | null): Promise<void> {
  await hold(act.tx, of);
  await act.tx
    .insert(reading)
    .values({ personId: act.actor, conversationId: of, follow: level })
    .onConflictDoUpdate({ target: [reading.personId, reading.conversationId], set: { follow: level } });
}
