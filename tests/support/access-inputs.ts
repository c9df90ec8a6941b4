import { randomUUID } from "node:crypto";
import { IDEAS_INPUTS } from "@tests/support/access-inputs-ideas";
import { type InputOf, LAUNCH_INPUTS } from "@tests/support/access-inputs-launch";
import { OUTSIDE_INPUTS } from "@tests/support/access-inputs-outside";
import { asAdopter, notedByHost, offeredRoom, openRoom } from "@tests/support/access-inputs-rooms";
import { WORKBENCH_INPUTS } from "@tests/support/access-inputs-workbench";
import type { AccessWorld } from "@tests/support/access-world";
import { lettingAll } from "@tests/support/boards";
import { sql } from "drizzle-orm";
import { KEPT_FIELDS } from "@/members/privacy-shape";
import { DEFAULT_WISH } from "@/notices/wishes/shape";
import { transaction } from "@/platform/database/client";
import { featureKill } from "@/stages/features/schema";

const profile = {
  displayName: "New name",
  title: "",
  pronouns: "",
  about: "",
  languages: "English",
  interests: "",
  canHelpWith: "",
  wantsToLearn: "",
};
const words = { title: "A title", body: "Some words" };
const roomEdit = { name: "A room", purpose: "", visibility: "open", opensAt: "founding" };
const boardEdit = { name: "A board", purpose: "", ...lettingAll("members"), opensAt: "founding", votesAt: "founding" };
const because = { reason: "Because." };
let slugs = 0;

/** Brings a post to the hosts, and hides it if it says so. */
async function reported(post: string, taken: "hidden" | null = null): Promise<string> {
  const moment = new Date().toISOString();
  await transaction(async (tx) => {
    await tx.execute(sql`insert into moderation_case (id, conversation_id, author_id, opened_at, taken)
      select id, id, author_id, ${moment}::timestamptz, ${taken} from conversation where id = ${post}::uuid`);
    if (taken === null) return;
    await tx.execute(sql`update conversation set removed_at = ${moment}::timestamptz, hidden_at = ${moment}::timestamptz
      where id = ${post}::uuid`);
    await tx.execute(sql`update post set removed_at = ${moment}::timestamptz where id = ${post}::uuid`);
  });
  return post;
}

/** A poll that takes no more answers. */
async function closedPoll(post: string): Promise<{ post: string }> {
  await transaction((tx) => tx.execute(sql`update poll set closes_at = '2026-01-01' where id = ${post}::uuid`));
  return { post };
}

/** A post of somebody new, whose place may be closed without anybody missing them. */
async function bySomebodyNew(w: AccessWorld, post: string): Promise<string> {
  const author = await w.freshPerson();
  await transaction((tx) => tx.execute(sql`update conversation set author_id = ${author} where id = ${post}::uuid`));
  return post;
}

/** A good input for every procedure of the router; the walk fails when one is missing. */
export const INPUTS: Readonly<Record<string, InputOf>> = {
  ...LAUNCH_INPUTS,
  ...OUTSIDE_INPUTS,
  ...IDEAS_INPUTS,
  ...WORKBENCH_INPUTS,
  "members.profile": (w) => ({ person: w.people["space member"] }),
  "members.directory": () => ({}),
  "members.forAdmins": () => ({}),
  "care.beside": (w) => ({ person: w.people["space member"] }),
  "care.mine": () => ({}),
  "care.offer": () => ({ words: "An hour on pivot tables." }),
  "care.changeOffer": async (w) => ({ ...(await w.freshOffer()), to: "closed" }),
  "care.ask": async (w) => ({ ...(await w.freshOffer()), words: "Tuesday?" }),
  "care.answer": async (w) => ({ ...(await w.freshAsk()), answer: "accepted" }),
  "care.thank": (w) => ({ person: w.people["space member"], words: "For your patience." }),
  "care.showThanks": async (w) => ({ ...(await w.freshThanks()), show: "yes" }),
  "members.editProfile": (w) => ({ person: w.people["space member"], ...profile }),
  "members.setPhoto": async (w, who) => ({ photo: await w.freshUpload(who, "photo") }),
  "members.removePhoto": () => undefined,
  "members.setAway": () => ({ from: "2026-12-01", until: "2026-12-24" }),
  "members.endAway": () => undefined,
  "members.setShown": () => Object.fromEntries(KEPT_FIELDS.map((field) => [field, "inside"])),
  "members.setPreferences": () => ({ locale: "fr", timeZone: "Europe/Paris" }),
  "members.setComfort": () => ({ keys: "yes" }),
  "members.grantRole": async (w) => ({ person: await w.freshPerson(), role: "host" }),
  "members.endRole": async (w) => ({ person: await w.freshPerson(), role: "host" }),
  "members.suspend": async (w) => ({ person: await w.freshPerson(), suspended: true }),
  "features.list": () => ({}),
  "features.rule": () => ({ feature: "changelog", stage: "early", state: "on" }),
  "features.kill": async () => {
    await transaction((tx) => tx.delete(featureKill));
    return { feature: "promises", reason: "It breaks." };
  },
  "features.revive": () => ({ feature: "promises" }),
  "features.mine": () => ({}),
  "features.choose": () => ({ feature: "promises", choice: "in" }),
  "spaces.list": () => ({}),
  "spaces.bySlug": async (w) => ({ slug: (await w.freshSpace()).slug }),
  "spaces.about": async (w) => ({ slug: (await w.freshSpace()).slug }),
  "spaces.members": async (w) => ({ slug: (await w.freshSpace()).slug }),
  "spaces.requests": async (w) => ({ slug: (await w.freshSpace()).slug }),
  "spaces.settings": async (w) => ({ slug: (await w.freshSpace()).slug }),
  "spaces.addGroup": async (w) => ({ space: (await w.freshSpace()).space, group: "department:Walkers" }),
  "spaces.removeGroup": async (w) => ({ space: (await w.freshSpace()).space, group: "site:Walkers" }),
  "spaces.ask": async (w) => ({ space: (await w.freshSpace("request")).space, words: "May I?" }),
  "spaces.takeAskBack": (w, who) => w.freshRequest(w.people[who]),
  "spaces.answer": async (w) => ({ ...(await w.freshRequest(await w.freshPerson())), answer: "accepted" }),
  "spaces.setLevel": async (w) => ({ space: (await w.freshSpace()).space, level: "nothing" }),
  "spaces.open": () => {
    slugs += 1;
    return { slug: `opened-${slugs}`, ...roomEdit };
  },
  "spaces.edit": async (w) => ({ space: (await w.freshSpace()).space, ...roomEdit }),
  "spaces.setCover": async (w, who) => ({
    space: (await w.freshSpace()).space,
    cover: await w.freshUpload(who, "cover"),
    alt: "Bread",
  }),
  "spaces.removeCover": async (w) => ({ space: (await w.freshSpace()).space }),
  "spaces.archive": async (w) => ({ space: (await w.freshSpace()).space, archived: true }),
  "spaces.join": async (w) => ({ space: (await w.freshSpace()).space }),
  "spaces.leave": async (w) => ({ space: (await w.freshSpace()).space }),
  "spaces.givePlace": async (w) => ({
    space: (await w.freshSpace()).space,
    person: await w.freshPerson(),
    role: "member",
  }),
  "spaces.takePlace": async (w) => ({
    space: (await w.freshSpace()).space,
    person: w.people["space member"],
  }),
  "posts.feed": () => ({}),
  "posts.inSpace": async (w) => ({ space: (await w.freshSpace()).space }),
  "posts.room": async (w) => ({ slug: (await w.freshSpace()).slug }),
  "posts.byPerson": (w) => ({ person: w.people["space member"] }),
  "posts.one": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.comments": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.comment": async (w) => ({ comment: (await w.freshComment()).comment }),
  "posts.draft": () => ({ place: `new-post:${randomUUID()}` }),
  "posts.drafts": () => ({}),
  "posts.saveDraft": () => ({ place: `new-post:${randomUUID()}`, path: "/", body: "a word" }),
  "posts.dropDraft": () => ({ place: `new-post:${randomUUID()}` }),
  "posts.names": async (w) => ({ space: (await w.freshSpace()).space, text: "a" }),
  "posts.spaceNames": () => ({ text: "a" }),
  "posts.preview": async (w) => ({ space: (await w.freshSpace()).space, body: "a word" }),
  "posts.publish": async (w) => ({ space: (await w.freshSpace()).space, kind: "discussion", ...words }),
  "posts.edit": async (w) => ({ post: (await w.freshPost()).post, ...words }),
  "posts.remove": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.addComment": async (w) => ({ post: (await w.freshPost()).post, body: "a word" }),
  "posts.editComment": async (w) => ({ comment: (await w.freshComment()).comment, body: "another word" }),
  "posts.removeComment": async (w) => ({ comment: (await w.freshComment()).comment }),
  "advice.ask": async (w) => ({
    post: (await w.freshPost()).post,
    address: `${randomUUID()}@test.example`,
    words: "Your advice is wanted here",
  }),
  "moderation.reportable": async (w) => ({ thing: (await w.freshPost()).post }),
  "moderation.report": async (w) => ({ thing: (await w.freshPost()).post, reason: "other" }),
  "moderation.cases": () => ({}),
  "moderation.case": async (w) => ({ thing: (await w.freshPost()).post }),
  "moderation.hide": async (w) => ({ thing: (await w.freshPost()).post, ...because }),
  "moderation.remove": async (w) => ({ thing: (await w.freshPost()).post, ...because }),
  "moderation.restore": async (w) => ({ thing: await reported((await w.freshPost()).post, "hidden"), ...because }),
  "moderation.leave": async (w) => ({ thing: await reported((await w.freshPost()).post), ...because }),
  "moderation.warn": async (w) => ({ thing: (await w.freshPost()).post, ...because }),
  "moderation.suspend": async (w) => ({
    thing: await bySomebodyNew(w, (await w.freshPost()).post),
    days: 2,
    ...because,
  }),
  "moderation.ownWords": () => ({}),
  "advice.requests": () => ({}),
  "advice.answer": (w) => w.freshAdvice(),
  "reading.home": () => ({}),
  "reading.writeLine": async (w) => ({ post: (await w.freshPost()).post, english: "Why it matters" }),
  "reading.markEverything": () => undefined,
  "reading.undoMarkEverything": async (w, who) => {
    const asked = sql`insert into reading_line (person_id, drawn_at, drawn_before, here_at)
      values (${w.people[who]}, now(), now(), now())
      on conflict (person_id) do update set drawn_before = now()`;
    await transaction((tx) => tx.execute(asked));
  },
  "reading.beginAnew": () => ({ days: 30 }),
  "reading.dismissMissed": () => undefined,
  "reading.thread": async (w) => ({ post: (await w.freshPost()).post }),
  "reading.mark": async (w) => ({ post: (await w.freshPost()).post }),
  "reading.markThread": async (w) => ({ post: (await w.freshPost()).post }),
  "reading.follow": async (w) => ({ post: (await w.freshPost()).post, level: "everything" }),
  "posts.takeBack": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.takeCommentBack": async (w) => ({ comment: (await w.freshComment()).comment }),
  "posts.justRemoved": async (w) => ({ post: (await w.freshPost({ removed: true })).post }),
  "posts.bringBack": async (w) => ({ post: (await w.freshPost({ removed: true })).post }),
  "posts.bringCommentBack": async (w) => ({ comment: (await w.freshComment({ removed: true })).comment }),
  "posts.reactors": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.commentReactors": async (w) => ({ comment: (await w.freshComment()).comment }),
  "feedback.reactors": (w) => w.freshIdea(),
  "feedback.commentReactors": (w) => w.freshIdeaComment(),
  "posts.history": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.commentHistory": async (w) => ({ comment: (await w.freshComment()).comment }),
  "posts.react": async (w) => ({ post: (await w.freshPost()).post, add: "thanks" }),
  "posts.reactToComment": async (w) => ({ comment: (await w.freshComment()).comment, remove: "thanks" }),
  "posts.saved": () => ({}),
  "posts.save": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.unsave": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.accept": async (w) => ({ comment: (await w.freshComment({ kind: "question" })).comment }),
  "posts.unaccept": async (w) => ({ comment: (await w.freshComment({ kind: "question" })).comment }),
  "posts.vote": async (w) => ({ post: (await w.freshPost({ kind: "poll" })).post, choices: 1 }),
  "posts.unvote": async (w) => ({ post: (await w.freshPost({ kind: "poll" })).post }),
  "posts.closePoll": async (w) => ({ post: (await w.freshPost({ kind: "poll" })).post }),
  "posts.reopenPoll": async (w) => closedPoll((await w.freshPost({ kind: "poll" })).post),
  "posts.markSeen": async (w) => ({ post: (await w.freshPost({ kind: "announcement" })).post }),
  "posts.unreadBy": async (w) => ({ post: (await w.freshPost({ kind: "announcement" })).post }),
  "posts.lock": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.unlock": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.pin": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.unpin": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.moveTo": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.move": async (w) => ({ post: (await w.freshPost()).post, to: (await w.freshSpace()).space }),
  "posts.emptyRoom": async (w) => ({ slug: (await w.freshSpace()).slug }),
  "posts.keepRoomClosed": async (w) => ({ space: await openRoom(w), until: "general" }),
  "posts.mergeRoom": async (w) => ({
    space: (await w.freshSpace()).space,
    into: (await w.freshSpace()).space,
    confirm: "yes",
  }),
  "posts.offerRoom": offeredRoom,
  "posts.answerRoomOffer": async (w) => ({ adoption: await asAdopter(w), answer: "declined" }),
  "journal.mine": () => ({}),
  "journal.note": async (w) => ({ person: await w.freshPerson(), words: "We met." }),
  "journal.takeOut": async (w) => ({ note: await notedByHost(w) }),
  "audit.list": () => ({}),
  "notices.bell": () => undefined,
  "notices.list": () => ({}),
  "notices.decisions": () => ({}),
  "notices.decided": () => undefined,
  "wishes.mine": () => undefined,
  "wishes.set": () => DEFAULT_WISH,
  "wishes.setRules": () => ({ kinds: { mention: "mail" } }),
  "push.add": async (w, who) => {
    const { session } = await w.freshSession(who);
    return { endpoint: `https://fcm.googleapis.com/fcm/send/${session}`, p256dh: "key", auth: "auth" };
  },
  "push.remove": () => undefined,
  "notices.open": (w) => w.freshNotice(),
  "notices.read": (w) => w.freshNotice(),
  "notices.unread": (w) => w.freshNotice(),
  "notices.readAll": () => ({ until: new Date() }),
  "notices.unreadAll": () => ({ at: new Date() }),
  "sessions.mine": () => undefined,
  "sessions.end": (w, who) => w.freshSession(who),
  "sessions.endOthers": () => undefined,
  "stages.standing": () => undefined,
  "files.one": (w) => w.freshFile(),
  "live.changes": async (w) => ({ topics: [`conversation:${(await w.freshPost()).post}`] }),
  "doors.refused": () => ({ id: randomUUID() }),
  "feedback.listBoards": () => ({}),
  "feedback.boardBySlug": async (w) => ({ slug: (await w.freshBoard()).slug }),
  "feedback.openBoard": () => {
    slugs += 1;
    return { slug: `board-${slugs}`, ...boardEdit };
  },
  "feedback.editBoard": async (w) => ({ board: (await w.freshBoard()).board, ...boardEdit }),
  "feedback.archiveBoard": async (w) => ({ board: (await w.freshBoard()).board, archived: true }),
  "feedback.cohorts": () => undefined,
  "feedback.addLabel": async (w) => ({ board: (await w.freshBoard()).board, kind: "tag", name: "A tag" }),
  "feedback.renameLabel": async (w) => ({ ...(await w.freshLabel()), name: "Another" }),
  "feedback.removeLabel": (w) => w.freshLabel(),
  "feedback.sortIdea": (w) => w.freshIdea(),
  "feedback.segments": (w) => w.freshIdea(),
  "feedback.ideas": async (w) => ({ slug: (await w.freshBoard()).slug }),
  "feedback.mine": () => ({}),
  "feedback.roadmap": () => undefined,
  "feedback.promises": () => ({ show: "late" }),
  "feedback.news": () => ({}),
  "feedback.idea": (w) => w.freshIdea(),
  "feedback.ideaWithTalk": (w) => w.freshIdea(),
  "feedback.voters": (w) => w.freshIdea(),
  "feedback.comments": (w) => w.freshIdea(),
  "feedback.similar": async (w) => ({ board: (await w.freshBoard()).board, text: "a word" }),
  "feedback.markRead": (w) => w.freshIdea(),
  "feedback.markThread": (w) => w.freshIdea(),
  "feedback.follow": async (w) => ({ ...(await w.freshIdea()), level: "nothing" }),
  "feedback.names": async (w) => ({ board: (await w.freshBoard()).board, text: "a" }),
  "feedback.preview": async (w) => ({ board: (await w.freshBoard()).board, body: "a word" }),
  "feedback.suggest": async (w) => ({ board: (await w.freshBoard()).board, ...words }),
  "feedback.editIdea": async (w) => ({ ...(await w.freshIdea()), ...words }),
  "feedback.takeBack": (w) => w.freshIdea(),
  "feedback.removeIdea": (w) => w.freshIdea(),
  "feedback.vote": async (w) => ({ ...(await w.freshIdea()), need: "like" }),
  "feedback.unvote": (w) => w.freshIdea(),
  "feedback.move": async (w) => ({ ...(await w.freshIdea()), status: "under-review" }),
  "feedback.addComment": async (w) => ({ ...(await w.freshIdea()), body: "a word" }),
  "feedback.editComment": async (w) => ({ ...(await w.freshIdeaComment()), body: "another word" }),
  "feedback.removeComment": (w) => w.freshIdeaComment(),
  "feedback.react": async (w) => ({ ...(await w.freshIdea()), add: "agree" }),
  "feedback.reactToComment": async (w) => ({ ...(await w.freshIdeaComment()), add: "agree" }),
  "feedback.takeCommentBack": (w) => w.freshIdeaComment(),
  "feedback.bringCommentBack": (w) => w.freshIdeaComment({ removed: true }),
  "feedback.history": (w) => w.freshIdea(),
  "feedback.commentHistory": (w) => w.freshIdeaComment(),
  "search.find": () => ({ q: "title" }),
  "search.people": () => ({ search: "person", role: "host" }),
  "mail.letters": () => ({}),
  "mail.letter": (w) => w.freshLetter(),
  "mail.resend": (w) => w.freshLetter(),
};
