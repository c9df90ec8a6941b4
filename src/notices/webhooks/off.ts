import { sql } from "drizzle-orm";
import { personRole } from "@/members/schema";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import { tellInBell } from "../told/bell";
import type { webhookSwitchedOff } from "./events";

/** Admins find in their bell that an endpoint is told nothing any more; again each time that it happens. */
export async function tellAdmins(tx: Tx, { subjectId, at }: Told<typeof webhookSwitchedOff.shape>): Promise<void> {
  const admins = sql`select ${personRole.personId} from ${personRole}
    where ${personRole.role} = 'admin' and ${personRole.until} is null`;
  await tellInBell(tx, { bundle: `webhook:${subjectId}`, why: "webhook-off", people: admins, actorId: null, at });
}
