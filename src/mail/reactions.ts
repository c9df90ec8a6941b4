import { eq, sql } from "drizzle-orm";
import { formats } from "@/i18n/format";
import { words } from "@/i18n/words";
import { doorLetterChanged, doorLetterWritten } from "@/launch/door/events";
import { invitationSent, joinAsked } from "@/launch/events";
import { flipPlanned, planClosed, secondAdminOffAsked } from "@/launch/plans/events";
import { invitation, joinRequest } from "@/launch/schema";
import { person } from "@/members/schema";
import { paths } from "@/paths";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { env } from "@/platform/env";
import type { EventId } from "@/platform/events/event";
import { type Reaction, reaction } from "@/platform/events/reaction";
import { admittedAt } from "@/stages/admitted";
import { flipUndone, stageFlipped } from "@/stages/events";
import { currentStage } from "@/stages/queries";
import { admission } from "@/stages/schema";
import { careTakers } from "./addressees";
import { askedToJoinLetter } from "./letters/asked-to-join";
import { invitationLetter } from "./letters/invitation";
import { dropDoorLetter, sendDoorLetter } from "./of-door";
import { dropLetters, tellClosed, tellMoved, tellOpened } from "./of-flips";
import { tellAdmins, tellOfSecondOff, tellPlanner } from "./of-plans";
import { writeLetter } from "./write-letter";

const url = (path: string) => `${env().APP_URL}${path}`;

/** The invitation's letter, to the address that the host wrote down, unless it was taken back meanwhile. */
async function invite(tx: Tx, event: EventId, invitationId: string): Promise<void> {
  const at = now();
  const { stage, audience } = await currentStage(tx);
  const [row] = await tx
    .select({
      personId: person.id,
      name: person.displayName,
      locale: person.locale,
      timeZone: person.timeZone,
      state: person.state,
      open: sql<boolean>`${admittedAt(stage, audience, at)}`,
      address: invitation.address,
      note: invitation.note,
      host: sql<string>`(select h.display_name from person h where h.id = ${invitation.invitedBy})`,
      until: admission.expiresAt,
      revokedAt: admission.revokedAt,
    })
    .from(invitation)
    .innerJoin(person, eq(person.id, invitation.personId))
    .innerJoin(admission, eq(admission.id, invitation.admissionId))
    .where(sql`${invitation.id} = ${invitationId}::uuid`);
  if (row === undefined || row.revokedAt !== null || row.state !== "active") return;
  const locale = row.locale ?? "en";
  const until = formats(locale, row.timeZone ?? "UTC", at).date(row.until ?? at);
  const draft = invitationLetter(words(locale), { ...row, until, url: url(paths.signIn()) });
  await writeLetter(tx, { event, kind: "invitation" }, { ...row, locale }, draft);
}

/** One letter to each host: somebody asked to come in. */
async function tellHosts(tx: Tx, event: EventId, requestId: string): Promise<void> {
  const [row] = await tx
    .select({
      asker: person.displayName,
      department: person.department,
      site: person.site,
      needs: joinRequest.needs,
      brings: joinRequest.brings,
      helps: joinRequest.helps,
      knows: joinRequest.knows,
      closedAt: joinRequest.closedAt,
    })
    .from(joinRequest)
    .innerJoin(person, eq(person.id, joinRequest.personId))
    .where(sql`${joinRequest.id} = ${requestId}::uuid`);
  if (row === undefined || row.closedAt !== null) return;
  const place = [row.department, row.site].filter((part) => part !== "").join(", ");
  for (const to of await careTakers(tx)) {
    const facts = { ...row, place, name: to.name, url: url(paths.launchInvitations()) };
    await writeLetter(tx, { event, kind: "asked-to-join" }, to, askedToJoinLetter(words(to.locale), facts));
  }
}

/** The letters that follow from what happened. */
export const mailReactions: readonly Reaction[] = [
  reaction("mail.invitation", invitationSent, (tx, event) => invite(tx, event.id, event.subjectId)),
  reaction("mail.stage-opened", stageFlipped, tellOpened),
  reaction("mail.stage-closed", stageFlipped, tellClosed),
  reaction("mail.stage-moved", stageFlipped, tellMoved),
  reaction("mail.door-letter", doorLetterWritten, sendDoorLetter),
  reaction("mail.door-letter-down", doorLetterChanged, dropDoorLetter),
  reaction("mail.plan-proposed", flipPlanned, tellAdmins),
  reaction("mail.plan-closed", planClosed, tellPlanner),
  reaction("mail.second-admin-off", secondAdminOffAsked, tellOfSecondOff),
  reaction("mail.flip-undone", flipUndone, dropLetters),
  reaction("mail.asked-to-join", joinAsked, (tx, event) => tellHosts(tx, event.id, event.subjectId)),
];
