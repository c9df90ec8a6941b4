import type { RefusalCode } from "@/platform/errors";
import { FEATURES } from "@/stages/features/shape";
import { reached, STAGES, type Stage } from "@/stages/shape";

/** The kinds of people for whom access is promised. Space member and owner: of the space that the thing stands in. */
export const WHO = ["nobody", "waiting", "member", "space member", "space owner", "host", "admin"] as const;
export type Who = (typeof WHO)[number];

/** What happens: it is done, or the refusal that is met. `sign-in` is *not allowed* for want of a session. */
export type Outcome = "yes" | "sign-in" | RefusalCode;
type Row = Readonly<Record<Who, Outcome>>;

/** The same for everybody who signed in. */
const signedIn = row("yes", "yes", "yes", "yes", "yes", "yes");
/** Everybody who is inside. */
const inside = row("not-yet", "yes", "yes", "yes", "yes", "yes");
const hosts = row("not-yet", "not-allowed", "not-allowed", "not-allowed", "yes", "yes");
/** Things of the hosts, named by their id: for members they do not exist. */
const hostsOn = row("not-yet", "not-found", "not-found", "not-found", "yes", "yes");
const admins = row("not-yet", "not-allowed", "not-allowed", "not-allowed", "not-allowed", "yes");
const ownersAndTeam = row("not-yet", "not-allowed", "not-allowed", "yes", "yes", "yes");
/** What belongs to one person; the tried thing belongs to the space member. */
const authorOnly = row("not-yet", "not-allowed", "yes", "not-allowed", "not-allowed", "not-allowed");
/** What was told to the space member alone. */
const ownNotice = row("not-yet", "not-found", "yes", "not-found", "not-found", "not-found");
/** Words of the space member, for those who look after them; for all others there is no such desk. */
const looksAfter = row("not-yet", "not-found", "not-found", "yes", "yes", "yes");
const authorOwnersTeam = row("not-yet", "not-allowed", "yes", "yes", "yes", "yes");

function row(
  waiting: Outcome,
  member: Outcome,
  spaceMember: Outcome,
  spaceOwner: Outcome,
  host: Outcome,
  admin: Outcome,
): Row {
  return { nobody: "sign-in", waiting, member, "space member": spaceMember, "space owner": spaceOwner, host, admin };
}

/**
 * Who may call what, when the launch has opened the place to the people asked about. At groundwork, members meet
 * what the waiting meet. The access walk tries every line against the live router, at each stage.
 */
export const ACCESS: Readonly<Record<string, Row>> = {
  "members.profile": row("not-found", "yes", "yes", "yes", "yes", "yes"),
  "members.directory": inside,
  "members.forAdmins": admins,
  "care.beside": inside,
  "care.mine": inside,
  "care.offer": inside,
  // The tried offer and the tried thanks belong to the space member.
  "care.changeOffer": authorOnly,
  "care.ask": row("not-yet", "yes", "conflict", "yes", "yes", "yes"),
  "care.answer": ownNotice,
  "care.thank": row("not-yet", "yes", "conflict", "yes", "yes", "yes"),
  "care.showThanks": ownNotice,
  "members.editProfile": row("not-found", "not-allowed", "yes", "not-allowed", "not-allowed", "not-allowed"),
  "members.setPhoto": signedIn,
  "members.removePhoto": signedIn,
  "members.setAway": signedIn,
  "members.endAway": signedIn,
  "members.setShown": signedIn,
  "members.setPreferences": signedIn,
  "members.setComfort": signedIn,
  "members.grantRole": admins,
  "members.endRole": admins,
  "members.suspend": admins,
  "sessions.mine": signedIn,
  "sessions.end": signedIn,
  "sessions.endOthers": signedIn,
  "stages.standing": signedIn,
  "features.list": admins,
  "features.rule": admins,
  "features.kill": admins,
  "features.revive": admins,
  "features.mine": inside,
  "features.choose": inside,
  "features.leavePreviews": inside,
  "spaces.list": inside,
  "spaces.bySlug": inside,
  "spaces.about": inside,
  "spaces.members": inside,
  "spaces.requests": ownersAndTeam,
  "spaces.settings": ownersAndTeam,
  "spaces.open": hosts,
  "spaces.edit": ownersAndTeam,
  "spaces.setCover": ownersAndTeam,
  "spaces.removeCover": ownersAndTeam,
  "spaces.archive": ownersAndTeam,
  "spaces.addGroup": ownersAndTeam,
  "spaces.removeGroup": ownersAndTeam,
  "spaces.ask": row("not-yet", "yes", "conflict", "conflict", "conflict", "conflict"),
  "spaces.takeAskBack": inside,
  "spaces.answer": ownersAndTeam,
  "spaces.setLevel": row("not-yet", "conflict", "yes", "yes", "conflict", "conflict"),
  "spaces.join": row("not-yet", "yes", "conflict", "conflict", "yes", "yes"),
  "spaces.leave": row("not-yet", "conflict", "yes", "yes", "conflict", "conflict"),
  "spaces.givePlace": ownersAndTeam,
  "spaces.takePlace": ownersAndTeam,
  "posts.feed": inside,
  "posts.inSpace": inside,
  "posts.room": inside,
  "posts.byPerson": inside,
  "posts.one": inside,
  "posts.comments": inside,
  "posts.comment": inside,
  "posts.draft": signedIn,
  "posts.drafts": signedIn,
  "posts.saveDraft": signedIn,
  "posts.dropDraft": signedIn,
  "posts.names": inside,
  "posts.spaceNames": inside,
  "posts.preview": inside,
  "posts.publish": inside,
  "posts.edit": authorOnly,
  "posts.remove": authorOwnersTeam,
  "posts.addComment": inside,
  "posts.editComment": authorOnly,
  "posts.removeComment": authorOwnersTeam,
  "reading.home": inside,
  "reading.thread": inside,
  "reading.writeLine": hosts,
  "reading.markEverything": inside,
  "reading.undoMarkEverything": inside,
  "reading.beginAnew": inside,
  "reading.dismissMissed": inside,
  "reading.mark": inside,
  "reading.markThread": inside,
  "reading.follow": inside,
  "advice.ask": inside,
  "advice.requests": hosts,
  "advice.answer": hostsOn,
  "feedback.listBoards": inside,
  "feedback.boardBySlug": inside,
  "feedback.openBoard": hosts,
  "feedback.editBoard": hosts,
  "feedback.archiveBoard": hosts,
  "feedback.ideas": inside,
  "feedback.mine": inside,
  "feedback.roadmap": inside,
  "feedback.promises": inside,
  "feedback.news": inside,
  "feedback.idea": inside,
  "feedback.ideaWithTalk": inside,
  "feedback.voters": inside,
  "feedback.comments": inside,
  "feedback.similar": inside,
  "feedback.names": inside,
  "feedback.preview": inside,
  "feedback.suggest": inside,
  "feedback.markRead": inside,
  "feedback.markThread": inside,
  "feedback.follow": inside,
  "feedback.editIdea": authorOnly,
  "feedback.removeIdea": row("not-yet", "not-allowed", "yes", "not-allowed", "yes", "yes"),
  "feedback.vote": inside,
  "feedback.unvote": inside,
  "feedback.move": hosts,
  "feedback.addComment": inside,
  "feedback.editComment": authorOnly,
  "feedback.removeComment": row("not-yet", "not-allowed", "yes", "not-allowed", "yes", "yes"),
  "readiness.current": hosts,
  "readiness.curves": hosts,
  "launch.room": hosts,
  "launch.rehearsal": hosts,
  "launch.rehearsalPeople": admins,
  "launch.flip": admins,
  "launch.history": hosts,
  "launch.graph": hosts,
  "launch.invitations": hosts,
  "launch.requests": hosts,
  "launch.seededAuthors": hosts,
  "launch.invite": hosts,
  "launch.invitePerson": hostsOn,
  "launch.revokeInvitation": hostsOn,
  "launch.resendInvitation": hostsOn,
  "launch.waiting": signedIn,
  "launch.askToJoin": row("yes", "conflict", "conflict", "conflict", "conflict", "conflict"),
  "launch.takeRequestBack": signedIn,
  "search.find": inside,
  "search.people": inside,
  "mail.letters": admins,
  "mail.letter": row("not-yet", "not-found", "not-found", "not-found", "not-found", "yes"),
  "mail.resend": row("not-yet", "not-found", "not-found", "not-found", "not-found", "yes"),
  "notices.bell": inside,
  "notices.list": inside,
  "notices.decisions": inside,
  "notices.decided": admins,
  "wishes.mine": inside,
  "wishes.set": inside,
  "wishes.setRules": inside,
  "push.add": inside,
  "push.remove": inside,
  "notices.open": ownNotice,
  "notices.read": ownNotice,
  "notices.unread": ownNotice,
  "notices.readAll": inside,
  "notices.unreadAll": inside,
  "moderation.reportable": row("not-yet", "yes", "conflict", "yes", "yes", "yes"),
  "moderation.report": row("not-yet", "yes", "conflict", "yes", "yes", "yes"),
  "moderation.cases": ownersAndTeam,
  "moderation.case": looksAfter,
  "moderation.hide": looksAfter,
  "moderation.remove": looksAfter,
  "moderation.restore": looksAfter,
  "moderation.leave": looksAfter,
  "moderation.warn": looksAfter,
  "moderation.suspend": row("not-yet", "not-found", "not-found", "not-allowed", "yes", "yes"),
  "moderation.ownWords": inside,
  "audit.list": admins,
  "live.changes": inside,
  "doors.refused": signedIn,
  "files.one": row("not-found", "yes", "yes", "yes", "yes", "yes"),
};

/** Whom the stage keeps at the door, whatever they were before. */
const AT_THE_DOOR: ReadonlySet<Who> = new Set(["member", "space member", "space owner"]);

/** The tried profile is the space member's own, which is theirs at the door too. */
const OWN: ReadonlySet<string> = new Set(["members.profile", "members.editProfile"]);

/** At general launch everybody is inside, and nobody is left to invite. */
const NOBODY_LEFT: ReadonlySet<string> = new Set(["launch.invitePerson"]);

/** Features that open with a stage: before it, only hosts and admins have them. */
const OPENS: Readonly<Record<string, Stage>> = { "feedback.roadmap": FEATURES.roadmap.opens };

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
