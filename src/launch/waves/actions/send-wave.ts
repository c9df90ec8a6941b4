import type { Locale } from "@/i18n/locale";
import type { Act } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import type { Gate } from "@/readiness/shape";
import { reached } from "@/stages/shape";
import { oneInviterAtATime, sendInvitation } from "../../actions/send-invitation";
import { type Draft, draftWave, obstacleTo, unsigned } from "../desk";
import { waveSent } from "../events";
import { paceOf } from "../expecting";
import { unansweredSince } from "../gate";
import { wave, waveMember } from "../schema";
import type { SendWaveInput } from "../shape";

/**
 * Lets the next people in together: the wave that was looked at, or none. Each is written to in the name of the host
 * who expects them; whoever has company and found no place free, in the sender's.
 * @returns how many were let in
 * @throws Refusal `conflict` when the queue or the hosts' places changed meanwhile or somebody would be alone, `not-yet`
 *   while a host has not said yes or waves are paused, `too-many` beyond the pace
 */
export async function sendWave(
  act: Act,
  by: { viewer: Viewer; locale: Locale },
  input: SendWaveInput,
): Promise<number> {
  // Before the lock: it reckons for a while, and everybody who invites would wait.
  const unanswered = await unansweredSince(act.tx);
  await oneInviterAtATime(act.tx);
  const draft = await draftWave(act.tx, by.viewer, input.size);
  if (draft.plan !== input.plan) throw new Refusal("conflict", "waveMoved");
  if (draft.places.length === 0) return 0;
  demandWay(draft, unanswered, by);
  await keep(act, by.viewer, draft, input.note);
  return draft.places.length;
}

function demandWay(
  draft: Draft,
  unanswered: Gate["sentence"] | null,
  { viewer, locale }: { viewer: Viewer; locale: Locale },
): void {
  const { rule } = draft.capacity;
  const { perDay, left } = paceOf(draft.capacity);
  const count = draft.places.filter(({ company }) => company === "nobody").length;
  const sentence = unanswered ?? { en: rule?.sentenceEn ?? "", fr: rule?.sentenceFr ?? "" };
  const why = obstacleTo(draft, viewer.id, unanswered !== null);
  if (why === "alone") throw new Refusal("conflict", "waveAlone", { count });
  if (why === "unsigned") throw new Refusal("not-yet", "waveUnsigned", { count: unsigned(draft, viewer.id).length });
  if (why === "paused") throw new Refusal("not-yet", "wavePaused", { sentence: sentence[locale] });
  if (why === "pace") throw new Refusal("too-many", "wavePace", { perDay, left });
}

async function keep(act: Act, viewer: Viewer, draft: Draft, note: string): Promise<void> {
  const moment = now();
  const id = newId<"wave">();
  await act.tx.insert(wave).values({ id, sentBy: act.actor, sentAt: moment });
  // Before early access a place in a wave opens no door; then it is the host's own invitation that does.
  const kind = reached(viewer.stage, "early") ? "wave" : "host-invitation";
  for (const [position, place] of draft.places.entries()) {
    const one = draft.waiting.get(place.id);
    const host = draft.capacity.hosts.find((some) => some.id === place.host);
    if (one === undefined || place.company === "nobody") throw new Error("a wave of people who wait in company");
    const letter = { note, by: host?.id ?? act.actor, kind } as const;
    const invitationId = await sendInvitation(act, one, letter);
    await act.tx.insert(waveMember).values({
      waveId: id,
      personId: one.id,
      invitationId,
      hostId: host?.id ?? null,
      because: place.because,
      company: place.company,
      position,
      joinedAt: moment,
    });
  }
  await record(act, waveSent, id, { size: draft.places.length });
}
