import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { hostLineWritten } from "../../events";
import type { ConversationId } from "../../shape";
import { hostLine } from "../schema";

/** A host says why a conversation matters; without words in either language the line goes. */
export async function writeHostLine(
  act: Act,
  of: ConversationId,
  { english, french }: { english: string; french: string },
): Promise<void> {
  const words = { english, french, writtenBy: act.actor, writtenAt: now() };
  if (english === "" && french === "") await act.tx.delete(hostLine).where(eq(hostLine.conversationId, of));
  else
    await act.tx
      .insert(hostLine)
      .values({ conversationId: of, ...words })
      .onConflictDoUpdate({ target: hostLine.conversationId, set: words });
  await record(act, hostLineWritten, of, {});
}
