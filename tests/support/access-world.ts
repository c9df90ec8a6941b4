import { lettingAll } from "@tests/support/boards";
import { acting, aPerson, aSpace, atStage } from "@tests/support/people";
import { eq } from "drizzle-orm";
import type { Who } from "@/assembly/access-rows";
import { offer, offerAsk } from "@/care/offers/schema";
import { thanks } from "@/care/thanks/schema";
import { openBoard } from "@/feedback/actions/run-board";
import { suggestIdea } from "@/feedback/actions/suggest-idea";
import { boardLabel } from "@/feedback/schema";
import type { BoardId, LabelId } from "@/feedback/shape";
import { invitePerson } from "@/launch/actions/invite";
import { advice } from "@/launch/advice/schema";
import { invitation, joinRequest } from "@/launch/schema";
import { letter } from "@/mail/schema";
import { keepFile } from "@/members/files/actions/keep-file";
import type { FileId, FileUse } from "@/members/files/shape";
import { person, session } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { notice } from "@/notices/schema";
import type { NoticeId } from "@/notices/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { type Id, newId } from "@/platform/ids";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import { removeComment, removePost } from "@/posts/actions/remove-words";
import type { CommentId, ConversationId, PostKind } from "@/posts/shape";
import { spaceRequest } from "@/spaces/schema";
import type { SpaceId, Visibility } from "@/spaces/shape";
import { currentStage } from "@/stages/queries";

/** The kinds of people that have a session. */
export type Somebody = Exclude<Who, "nobody">;

/** One person of each kind, and things that are made anew for each try, so that no try sees another's traces. */
export type AccessWorld = {
  readonly people: Readonly<Record<Somebody, PersonId>>;
  /** Somebody whom nothing else is about. */
  freshPerson(): Promise<PersonId>;
  /** An open space with its member and two owners. */
  freshSpace(visibility?: Visibility): Promise<{ space: SpaceId; slug: string }>;
  /** Somebody's open wish for a place in a space that asks to be asked. */
  freshRequest(by: PersonId): Promise<{ request: string; space: SpaceId }>;
  /** A post that the space member wrote. */
  freshPost(wish?: PostWish): Promise<{ space: SpaceId; post: ConversationId }>;
  /** A comment that the space member wrote, under a post of theirs. */
  freshComment(wish?: PostWish): Promise<{ post: ConversationId; comment: CommentId }>;
  /** A file that hangs on a post of the space member's. */
  freshFile(): Promise<{ file: FileId }>;
  /** A picture that the person asking has uploaded. */
  freshUpload(who: Somebody, use: FileUse): Promise<FileId>;
  /** A board that is open, and open to votes, from the start. */
  freshBoard(): Promise<{ board: BoardId; slug: string }>;
  /** A tag of such a board. */
  freshLabel(): Promise<{ board: BoardId; label: LabelId }>;
  /** An idea that the space member suggested, with their voice on it. */
  freshIdea(): Promise<{ idea: ConversationId }>;
  /** A comment under an idea that the space member wrote. */
  freshIdeaComment(wish?: { removed?: boolean }): Promise<{ comment: CommentId }>;
  /** An invitation of somebody new, written yesterday. */
  freshInvitation(): Promise<{ invitation: string }>;
  /** Somebody whom a member would have at a post. */
  freshAdvice(): Promise<{ advice: Id<"advice">; invite: "no" }>;
  /** A signed-in device of the person asking. */
  freshSession(who: Somebody): Promise<{ session: Id<"session"> }>;
  /** Puts the person asking into the queue at the door. */
  askedToJoin(who: Somebody): Promise<void>;
  /** A letter that was kept. */
  freshLetter(): Promise<{ letter: Id<"letter"> }>;
  /** Something that the space member was told. */
  freshNotice(): Promise<{ notice: NoticeId }>;
  /** An offer of help by the space member. */
  freshOffer(): Promise<{ offer: Id<"offer"> }>;
  /** Somebody asks for it; nobody who walks. */
  freshAsk(): Promise<{ ask: Id<"offer-ask"> }>;
  /** Thanks to the space member, by nobody who walks. */
  freshThanks(): Promise<{ thanks: Id<"thanks"> }>;
};

/** A post of another kind than a discussion, or one that its author has just removed (with a comment: the comment). */
type PostWish = { kind?: PostKind; removed?: boolean };

const DETAILS = {
  poll: { poll: { options: ["One", "Two"], several: false, named: true, closesAt: null } },
  announcement: { asksSeen: true },
};

let count = 0;

export async function accessWorld(): Promise<AccessWorld> {
  const invited = { admitted: "host-invitation" } as const;
  const people: Record<Somebody, PersonId> = {
    waiting: await aPerson(),
    member: await aPerson(invited),
    "space member": await aPerson(invited),
    "space owner": await aPerson({ ...invited, department: "Walkers" }),
    host: await aPerson({ roles: ["host"] }),
    admin: await aPerson({ roles: ["admin"] }),
  };
  // The days of somebody new are over for all of them.
  await transaction((tx) => tx.update(person).set({ claimedAt: daysAfter(now(), -30) }));
  // A second admin and a second owner, so that "the last one may not go" stays out of the way.
  await aPerson({ roles: ["admin"] });
  const secondOwner = await aPerson(invited);

  async function freshOffer() {
    const id = newId<"offer">();
    const words = "An hour on pivot tables.";
    await transaction(async (tx) => {
      // A person holds a few offers at most: the ones before this are over.
      await tx.delete(offerAsk);
      await tx.delete(offer);
      await tx.insert(offer).values({ id, personId: people["space member"], words, createdAt: now() });
    });
    return { offer: id };
  }
  async function freshAsk() {
    const { offer: offerId } = await freshOffer();
    const id = newId<"offer-ask">();
    await transaction((tx) =>
      tx.insert(offerAsk).values({ id, offerId, askerId: secondOwner, words: "Tuesday?", askedAt: now() }),
    );
    return { ask: id };
  }
  async function freshThanks() {
    const id = newId<"thanks">();
    const to = { fromId: secondOwner, toId: people["space member"], words: "For your patience." };
    await transaction((tx) => tx.insert(thanks).values({ id, ...to, givenAt: now() }));
    return { thanks: id };
  }
  async function freshSpace(visibility: Visibility = "open") {
    count += 1;
    const slug = `walk-${count}`;
    const space = await aSpace({
      slug,
      visibility,
      groups: [["site", "Walkers"]],
      places: [
        [people["space member"], "member"],
        [people["space owner"], "owner"],
        [secondOwner, "owner"],
      ],
    });
    return { space, slug };
  }
  async function freshRequest(by: PersonId) {
    const { space } = await freshSpace("request");
    const request = newId<"space-request">();
    await transaction((tx) =>
      tx.insert(spaceRequest).values({ id: request, spaceId: space, personId: by, askedAt: now() }),
    );
    return { request, space };
  }
  const member = people["space member"];
  async function freshPost({ kind = "discussion", removed = false }: PostWish = {}) {
    const { space } = await freshSpace();
    const details = kind === "poll" || kind === "announcement" ? DETAILS[kind] : {};
    const words = { kind, title: "Tried", body: "and tried", ...details };
    const post = await acting(member, (act) => publishPost(act, space, words));
    if (removed) await acting(member, (act) => removePost(act, post));
    return { space, post };
  }
  async function said(on: ConversationId, removed = false) {
    const id = await acting(member, (act) => addComment(act, on, { body: "an answer" }));
    if (removed) await acting(member, (act) => removeComment(act, id));
    return id;
  }
  async function freshComment({ kind, removed }: PostWish = {}) {
    const { post } = await freshPost({ kind: kind ?? "discussion" });
    return { post, comment: await said(post, removed) };
  }
  async function freshFile() {
    const { space } = await freshSpace();
    const words = { kind: "discussion", title: "Tried", body: "and tried" } as const;
    const facts = { use: "attachment", name: "tried.txt", type: "text/plain", kind: "text", size: 5 } as const;
    const ownerId = people["space member"];
    return acting(ownerId, async (act) => {
      const file = await keepFile(act.tx, { ownerId, ...facts });
      await publishPost(act, space, { ...words, files: [file] });
      return { file };
    });
  }
  async function freshUpload(who: Somebody, use: FileUse) {
    const facts = { use, name: "one.webp", type: "image/webp", kind: "picture", size: 5 } as const;
    return transaction((tx) => keepFile(tx, { ownerId: people[who], ...facts }));
  }
  async function freshBoard() {
    count += 1;
    const slug = `walk-${count}`;
    const wish = {
      slug,
      name: "Walk",
      purpose: "",
      ...lettingAll("members"),
      opensAt: "groundwork",
      votesAt: "groundwork",
    } as const;
    const { id } = await acting(people.host, (act) => openBoard(act, wish));
    return { board: id, slug };
  }
  async function freshLabel() {
    const { board } = await freshBoard();
    const label = newId<"board-label">();
    const values = { id: label, boardId: board, kind: "tag", name: "Tag", createdAt: now() } as const;
    await transaction((tx) => tx.insert(boardLabel).values(values));
    return { board, label };
  }
  async function freshIdea() {
    const { board } = await freshBoard();
    const wish = { title: "Wished", body: "for", need: "need" } as const;
    const on = { id: board, votesOpen: true };
    return { idea: await acting(people["space member"], (act) => suggestIdea(act, on, wish)) };
  }
  async function freshIdeaComment({ removed }: { removed?: boolean } = {}) {
    const { idea } = await freshIdea();
    return { comment: await said(idea, removed) };
  }
  async function freshLetter() {
    const id = newId<"letter">();
    const words = { kind: "invitation", subject: "s", bodyText: "t", bodyHtml: "h", state: "kept" } as const;
    const row = { id, toAddress: `${id}@test.example`, reason: `walk:${id}`, createdAt: now(), ...words };
    await transaction((tx) => tx.insert(letter).values(row));
    return { letter: id };
  }
  async function freshInvitation() {
    const guest = await aPerson();
    const { stage } = await currentStage(reader());
    // At general launch nobody is left to invite; the letters from before are still there.
    await atStage("founding");
    await at(daysAfter(now(), -1), () => acting(people.host, (act) => invitePerson(act, guest, "")));
    await atStage(stage);
    const [row] = await reader().select().from(invitation).where(eq(invitation.personId, guest));
    return { invitation: row?.id ?? "" };
  }
  async function freshSession(who: Somebody) {
    const id = newId<"session">();
    const times = { createdAt: now(), lastSeenAt: now(), expiresAt: daysAfter(now(), 1) };
    await transaction((tx) => tx.insert(session).values({ id, tokenHash: id, personId: people[who], ...times }));
    return { session: id };
  }
  async function askedToJoin(who: Somebody) {
    const row = { id: newId<"join-request">(), personId: people[who], askedAt: now() };
    await transaction((tx) => tx.insert(joinRequest).values(row).onConflictDoNothing());
  }
  async function freshNotice() {
    const { post } = await freshPost();
    const id = newId<"notice">();
    const told = { bundle: `talk:${post}`, kind: "thread", why: "space-thread", since: now(), lastAt: now() } as const;
    const row = { id, personId: people["space member"], conversationId: post, ...told };
    await transaction((tx) => tx.insert(notice).values(row));
    return { notice: id };
  }
  const talk = {
    freshSpace,
    freshRequest,
    freshPost,
    freshComment,
    freshFile,
    freshUpload,
    freshBoard,
    freshLabel,
    freshIdea,
    freshIdeaComment,
  };
  async function freshAdvice() {
    const { post } = await freshPost();
    const id = newId<"advice">();
    const words = { words: "Your advice is wanted here", askedBy: people["space member"], askedAt: now() };
    const row = { id, conversationId: post, personId: await aPerson(), state: "requested", ...words } as const;
    await transaction((tx) => tx.insert(advice).values(row));
    return { advice: id, invite: "no" } as const;
  }
  const door = { freshAdvice, freshInvitation, freshSession, askedToJoin };
  const sent = { freshLetter, freshNotice, freshOffer, freshAsk, freshThanks };
  return { people, freshPerson: () => aPerson(), ...talk, ...door, ...sent };
}
