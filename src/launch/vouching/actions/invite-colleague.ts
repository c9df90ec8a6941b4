import { and, eq, sql } from "drizzle-orm";
import { seedPerson } from "@/members/actions/seed-person";
import { personAddress } from "@/members/schema";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import type { Id } from "@/platform/ids";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission, launchState } from "@/stages/schema";
import { reached } from "@/stages/shape";
import { ADMITS_FROM } from "@/stages/standing";
import { oneInviterAtATime, sendInvitation } from "../../actions/send-invitation";
import { nameFrom } from "../../addresses";
import { known, obstacle } from "../../invitable";
import { countsOf } from "../queries";
import { putInQueue } from "../queue";
import type { VouchInput } from "../shape";

/**
 * A member invites a colleague. Where the stage does not admit by it the invitation vouches: the colleague stands in the
 * queue, before those for whom nobody does.
 * @throws Refusal `too-many` when the member has none left, `invalid` for an address at which nobody here has one,
 *   `conflict` for oneself, for whoever is inside or invited, `not-allowed` for somebody whom only a host may invite
 */
export async function inviteColleague(act: Act, input: VouchInput): Promise<Id<"invitation">> {
  await oneInviterAtATime(act.tx);
  const at = now();
  const [launch] = await act.tx
    .select({ number: launchState.memberInvitations, stage: launchState.stage, used: countsOf(act.actor, at) })
    .from(launchState);
  if (launch === undefined) throw new Error("launch_state is empty: the database was not migrated");
  if (launch.used >= launch.number) throw new Refusal("too-many", "vouchNoneLeft", { number: launch.number });
  await demandColleague(act, input.address);
  await demandWay(act, input.address, at);
  const displayName = input.name ?? nameFrom(input.address);
  const seed = { address: input.address, displayName, locale: input.locale, via: "invitation" } as const;
  const { id } = await seedPerson(act, seed);
  const letter = { note: input.note, by: act.actor, kind: "member-invitation" } as const;
  const made = await sendInvitation(act, { id, address: input.address }, letter);
  if (!reached(launch.stage, ADMITS_FROM["member-invitation"])) await putInQueue(act.tx, id, at);
  return made;
}

/** Whoever signs in does so with an address of the company: one at which somebody here has proved to be reached. */
async function demandColleague(act: Act, address: string): Promise<void> {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const [row] = await act.tx
    .select({ address: personAddress.address })
    .from(personAddress)
    .where(sql`split_part(${personAddress.address}, '@', 2) = ${domain} and ${personAddress.verifiedAt} is not null`)
    .limit(1);
  if (row === undefined) throw new Refusal("invalid", "vouchDomain", { domain }, { address: ["vouchDomainField"] });
}

async function demandWay(act: Act, address: string, at: Date): Promise<void> {
  const [one] = await known(act.tx, eq(personAddress.address, address));
  if (one === undefined) return;
  const why = obstacle(one, act.actor);
  if (why === "suspended") throw new Refusal("not-allowed", "vouchHostsOnly");
  if (why !== null) throw new Refusal("conflict", REASONS[why]);
  const [twice] = await act.tx
    .select({ id: admission.id })
    .from(admission)
    .where(
      and(eq(admission.personId, one.id), eq(admission.grantedBy, act.actor), asksIn("member"), liveAdmission(at)),
    );
  if (twice !== undefined) throw new Refusal("conflict", "vouchTwice");
}

const REASONS = { own: "inviteSelf", inside: "inviteInsideOne", invited: "inviteInvitedOne" } as const;
