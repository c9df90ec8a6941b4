import { type SQL, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import type { Stage } from "@/stages/shape";
import { SECOND_OFF, type SecondOffRow } from "./second";
import { type PlanId, type PlanState, PROPOSAL_MS } from "./shape";
import type { PlanView } from "./views";

type Row = {
  id: PlanId;
  to: Stage;
  version: number;
  state: PlanState;
  at: string;
  dueAt: string | null;
  timeZone: string;
  reason: string;
  override: string;
  by: { id: Id<"person">; name: string } | null;
  approvedBy: string | null;
};
export type PlanRow = { plan: Row | null; two_admins: boolean } & SecondOffRow;

/** The open plan, the setting and the wish to end it, as two columns of a statement that is asked anyway. */
export const PLAN_COLUMNS: SQL = sql`(select l.two_admins from launch_state l) as two_admins,
  ${SECOND_OFF} as second_off,
  (select jsonb_build_object('id', f.id, 'to', f.to_stage, 'version', f.version, 'state', f.state, 'at', f.proposed_at,
      'dueAt', f.due_at, 'timeZone', f.time_zone, 'reason', f.reason, 'override', f.override,
      'by', case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.display_name) end,
      'approvedBy', a.display_name)
    from flip_plan f left join person p on p.id = f.proposed_by left join person a on a.id = f.approved_by
    where f.state in ('proposed', 'planned', 'late')) as plan`;

/** The open plan as somebody sees it at a moment; null for none, and for one that nobody agreed to in time. */
export function planFrom({ plan }: Pick<PlanRow, "plan">, viewer: Viewer | null, at: Date): PlanView | null {
  if (plan === null) return null;
  const expiresAt = new Date(Date.parse(plan.at) + PROPOSAL_MS);
  if (plan.state === "proposed" && expiresAt <= at) return null;
  const isAdmin = viewer?.roles.has("admin") === true;
  const isOwn = viewer !== null && plan.by?.id === viewer.id;
  return {
    ...plan,
    at: new Date(plan.at),
    dueAt: plan.dueAt === null ? null : new Date(plan.dueAt),
    expiresAt,
    may: {
      approve: isAdmin && !isOwn && plan.state === "proposed",
      cancel: isAdmin,
      start: isAdmin && plan.state === "late",
    },
  };
}

/** The open plan and the setting, asked by themselves. */
export async function planNow(
  db: Reader,
  viewer: Viewer | null,
  at: Date,
): Promise<{ plan: PlanView | null; twoAdmins: boolean }> {
  const [row] = await db.execute<PlanRow>(sql`select ${PLAN_COLUMNS}`);
  if (row === undefined) throw new Error("a statement without a table gives one row");
  return { plan: planFrom(row, viewer, at), twoAdmins: row.two_admins };
}
