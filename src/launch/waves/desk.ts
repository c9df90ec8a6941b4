import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { compose, type Place } from "./compose";
import { type Capacity, capacityAt, paceOf, type Rule } from "./expecting";
import { PLACES_DEFAULT, WAVE_MAX } from "./shape";
import type { DeskView, PlannedView } from "./views";
import { type LoadedWaiting, waitingFor } from "./waiting";

/** A wave as it would go now, with everything that it was composed of. */
export type Draft = {
  readonly waiting: ReadonlyMap<string, LoadedWaiting>;
  readonly capacity: Capacity;
  readonly size: number;
  readonly places: readonly Place[];
  readonly plan: string;
};

/** Composes the wave of this moment. Looking at it and sending it share this: what was looked at is what goes. */
export async function draftWave(db: Reader, viewer: Viewer, wish: number | undefined): Promise<Draft> {
  const at = now();
  const queue = await waitingFor(db, { stage: viewer.stage, audience: viewer.audience, at });
  const capacity = await capacityAt(db, at);
  const size = wish ?? Math.min(WAVE_MAX, Math.max(1, paceOf(capacity).left));
  const places = compose(queue, capacity.hosts, size);
  return {
    waiting: new Map(queue.map((one) => [one.id, one])),
    capacity,
    size,
    places,
    plan: places.map(({ id, host }) => `${id}:${host ?? ""}`).join(" "),
  };
}

/** What stands in the way of a wave. */
type Obstacle = "alone" | "unsigned" | "paused" | "pace";

/**
 * Why a wave may not go, or null. Words come after numbers: whoever would be alone is told of first.
 * @param by who would send it: a letter in their own name they sign by sending it
 * @param unanswered true when newcomers go unanswered and no pause is kept yet
 */
export function obstacleTo(draft: Draft, by: Viewer["id"], unanswered = false): Obstacle | null {
  const { places, capacity } = draft;
  if (places.some(({ company }) => company === "nobody")) return "alone";
  if (unsigned(draft, by).length > 0) return "unsigned";
  if (unanswered || isPaused(capacity.rule)) return "paused";
  return places.length > paceOf(capacity).left ? "pace" : null;
}

/** The places whose host has not said yes to the person who takes them. */
export function unsigned({ places, waiting }: Pick<Draft, "places" | "waiting">, by: Viewer["id"]): Place[] {
  return places.filter(
    ({ id, host }) => host !== null && host !== by && waiting.get(id)?.expectedBy.includes(host) !== true,
  );
}

function isPaused(rule: Rule | null): boolean {
  return rule !== null && rule.pausedAt !== null && rule.liftReason === "";
}

/** Who would come, why and with whom; how many may; and what each host can take. */
export async function deskFor(db: Reader, viewer: Viewer, wish: number | undefined): Promise<DeskView> {
  const draft = await draftWave(db, viewer, wish);
  const { capacity, places, waiting } = draft;
  const { perDay, left } = paceOf(capacity);
  const mine = capacity.hosts.find(({ id }) => id === viewer.id);
  return {
    waiting: waiting.size,
    size: draft.size,
    wave: places.flatMap((place) => planned(place, draft, viewer.id) ?? []),
    unsigned: new Set(unsigned(draft, viewer.id).map(({ host }) => host)).size,
    plan: draft.plan,
    alone: places.filter(({ company }) => company === "nobody").length,
    pace: { perDay, set: capacity.rule?.perDay != null, answered: capacity.answered, today: capacity.today, left },
    pause: pauseOf(capacity.rule),
    hosts: capacity.hosts
      .filter(({ places: all }) => all > 0)
      .map(({ id, displayName, free, places: all, away, topics }) => ({
        id,
        displayName,
        free,
        places: all,
        away,
        topics: [...topics],
      })),
    own: {
      places: mine?.places ?? PLACES_DEFAULT,
      topics: mine?.saidTopics ?? "",
      awayUntil: mine?.awayUntil ?? null,
    },
    may: { send: places.length > 0 && obstacleTo(draft, viewer.id) === null, steer: viewer.roles.has("admin") },
  };
}

function planned(
  { id, because, company, colleague, host }: Place,
  { waiting, capacity }: Draft,
  viewerId: Viewer["id"],
): PlannedView | null {
  const one = waiting.get(id);
  if (one === undefined) return null;
  const other = colleague === null ? undefined : waiting.get(colleague);
  const expecting = capacity.hosts.find((some) => some.id === host);
  return {
    id: one.id,
    displayName: one.displayName,
    department: one.department,
    site: one.site,
    askedAt: new Date(one.askedAt),
    because,
    vouchedBy: [...one.vouchedBy],
    company,
    knows: one.knows,
    colleague: other === undefined ? null : { id: other.id, displayName: other.displayName },
    host: expecting === undefined ? null : { id: expecting.id, displayName: expecting.displayName },
    signed: host !== null && one.expectedBy.includes(host),
    mine: one.expectedBy.includes(viewerId),
  };
}

function pauseOf(rule: Rule | null): DeskView["pause"] {
  if (rule === null || rule.pausedAt === null) return null;
  return {
    since: new Date(rule.pausedAt),
    sentence: { en: rule.sentenceEn, fr: rule.sentenceFr },
    lifted: rule.liftReason === "" ? null : { by: rule.liftedBy, reason: rule.liftReason },
  };
}
