import { z } from "zod";

/** A line of the audit trail: what happened to what, by whom. */
export const auditLine = z.object({
  id: z.uuid(),
  name: z.string(),
  actor: z.object({ id: z.uuid(), displayName: z.string() }).nullable(),
  subject: z.string(),
  requestId: z.string(),
  at: z.date(),
});
export type AuditLine = z.output<typeof auditLine>;
