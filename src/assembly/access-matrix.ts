import { FEATURES } from "@/stages/features/shape";
import { reached, STAGES, type Stage } from "@/stages/shape";
import { type Outcome, WHO, type Who } from "./access-rows";
import { ACCESS } from "./access-table";

/** Whom the stage keeps at the door, whatever they were before. */
const AT_THE_DOOR: ReadonlySet<Who> = new Set(["member", "space member", "space owner"]);

/** The tried profile is the space member's own, which is theirs at the door too. */
const OWN: ReadonlySet<string> = new Set(["members.profile", "members.editProfile"]);

/** At general launch everybody is inside, and nobody is left to invite. */
const NOBODY_LEFT: ReadonlySet<string> = new Set(["launch.invitePerson"]);

/** Features that open with a stage: before it, only hosts and admins have them. */
const OPENS: Readonly<Record<string, Stage>> = {
  "feedback.roadmap": FEATURES.roadmap.opens,
  "credits.founders": FEATURES.founders.opens,
};

function isClosed(procedure: string, who: Who, stage: Stage): boolean {
  const opens = OPENS[procedure];
  return opens !== undefined && AT_THE_DOOR.has(who) && !reached(stage, opens);
}

/** What a person of a kind meets at a stage. */
export function expected(procedure: string, who: Who, stage: Stage): Outcome | undefined {
  const line = ACCESS[procedure];
  if (line === undefined) return undefined;
  if (who === "space member" && OWN.has(procedure)) return line[who];
  if (stage === "groundwork" && AT_THE_DOOR.has(who)) return line.waiting;
  if (isClosed(procedure, who, stage)) return "not-yet";
  if (stage === "general" && NOBODY_LEFT.has(procedure) && line[who] === "yes") return "conflict";
  // At general launch nobody waits any more: whoever signs in is a member.
  return stage === "general" && who === "waiting" ? line.member : line[who];
}

/** The whole table, one entry a procedure, stage and kind of person. */
export function accessMatrix(): { procedure: string; stage: Stage; outcomes: Record<string, Outcome> }[] {
  return Object.keys(ACCESS).flatMap((procedure) =>
    STAGES.map((stage) => ({
      procedure,
      stage,
      outcomes: Object.fromEntries(WHO.map((who) => [who, expected(procedure, who, stage) ?? "not-found"])),
    })),
  );
}
