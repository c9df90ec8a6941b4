import { paths, withQuery } from "@/paths";

/** Where each act is done, beside what it says. */
const PLACES: Readonly<Record<string, () => string>> = {
  invite: paths.launchInvitations,
  talk: paths.people,
  noteTalks: paths.launchInvitations,
  ask: paths.people,
  introduce: paths.launchGraph,
  comeBack: paths.people,
  askFirst: paths.latest,
  handOver: paths.latest,
  answer: () => withQuery(paths.latest(), { waiting: "members" }),
  greet: () => withQuery(paths.latest(), { waiting: "newcomers" }),
  inviteToStart: paths.people,
  bridge: paths.launchGraph,
  quiet: paths.launchGraph,
  rhythm: paths.launchCurves,
  wait: paths.launchCurves,
  inviteUnits: paths.launchInvitations,
  answerIdeas: () => withQuery(paths.boardsDesk(), { show: "late" }),
  suggest: paths.boards,
  credit: paths.boards,
  askMissed: paths.launchCalendar,
  askAdvice: paths.launchAdvice,
};

/** Where each fact that holds a step back is settled. */
const HOLDS: Readonly<Record<string, () => string>> = {
  reports: paths.moderation,
  promises: () => withQuery(paths.promises(), { show: "late" }),
  council: paths.launchCalendar,
  answering: paths.launchCalendar,
};

/** The page on which what holds a step back is settled, or null. */
export function holdPlace(key: string): string | null {
  return HOLDS[key]?.() ?? null;
}

/** The page on which an act begins, or null. */
export function actPlace(key: string): string | null {
  return PLACES[key]?.() ?? null;
}
