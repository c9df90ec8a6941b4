import type { CommentId, ConversationId, PostKind } from "@/posts/shape";
import { asking } from "./cast";
import type { Garden, Grown, Rooms } from "./garden";
import { BROUGHT, type Closed, either, GONE, type MayKnow, only, RULE, type Somebody } from "./oracle";
import type { Plan } from "./plan";

type Fate = Plan["posts"][number]["fate"];
type Seed = { readonly kind: PostKind; readonly fate: Fate };

/** Who can bring words of a room on the desk: its owners, and the team where they read it. */
export const LOOKED_AFTER: Readonly<Record<Closed, MayKnow>> = {
  private: only("owner"),
  request: BROUGHT,
  later: BROUGHT,
};

/** Who may know what is said in a post of this fate, and who its answer. */
function readersOf({ plan }: Garden, fate: Fate): { title: MayKnow; opening: MayKnow; answer: MayKnow } {
  const { read } = RULE[plan.closed];
  // Whoever removed a post can bring it back for a minute; for everybody else it is gone.
  if (fate === "removed") return { title: GONE, opening: GONE, answer: GONE };
  const brought = either(read, BROUGHT);
  if (fate === "reported") return { title: brought, opening: brought, answer: read };
  // Words that are hidden are for those who look at them, beside what the conversation is called.
  const looked = LOOKED_AFTER[plan.closed];
  if (fate === "hidden answer") return { title: either(read, looked), opening: read, answer: looked };
  return { title: read, opening: read, answer: read };
}

/** What each kind brings besides, with its words. */
const DETAILS: Readonly<Record<PostKind, (word: (part: string) => string) => object>> = {
  poll: (word) => ({ options: `${word("choice")}\n${word("other choice")}`, named: true }),
  event: (word) => {
    const link = `https://x.example/${word("link")}`;
    return { starts: "2026-12-24T10:00", zone: "UTC", where: word("place"), link };
  },
  announcement: () => ({ asksSeen: true }),
  discussion: () => ({}),
  question: () => ({}),
};

/** Writes a post of a kind with a word in each of its parts; what its readers do with it stands there as well. */
export async function growPost(garden: Garden, rooms: Rooms, seed: Seed): Promise<Grown> {
  const { fate } = seed;
  // The owner of one room announces nothing in another.
  const kind = fate === "moved in" && seed.kind === "announcement" ? "question" : seed.kind;
  const may = readersOf(garden, fate);
  const writer: Somebody = kind === "announcement" ? "owner" : "member";
  const name = `${fate === "stays" ? "" : `${fate} `}${kind}`;
  const word = (part: string) => garden.word(`${part} of a ${name}`, may.opening, writer);
  const title = garden.word(`first title of a ${name}`, may.title, writer);
  const { read } = RULE[garden.plan.closed];
  const file = await garden.file("attachment", `file on a ${name}`, writer, fate === "removed" ? GONE : read);
  const api = await asking(garden.cast, writer);
  const body = `${word("text")} for @Fanny Former and @Stan Stranger`;
  const words = { title, body, files: file, aware: "yes" } as const;
  const space = fate === "moved in" ? garden.open : rooms.room;
  const { post } = await api.posts.publish({ space, kind, ...words, ...DETAILS[kind](word) });
  garden.thing("post", post, fate === "removed" ? only(writer) : read);
  garden.thing("case", post, fate === "reported" ? BROUGHT : LOOKED_AFTER[garden.plan.closed]);
  const answer = await answered(garden, post, name, may.answer);
  await enjoyed(garden, post, kind, answer);
  return { post, title, answer, writer, isGone: fate === "removed" };
}

/** What people say below: somebody who will have lost their place, a member who is named, an owner who answers. */
async function answered(garden: Garden, post: ConversationId, name: string, mayKnow: MayKnow): Promise<CommentId> {
  const { read } = RULE[garden.plan.closed];
  const below = mayKnow === LOOKED_AFTER[garden.plan.closed] ? read : mayKnow;
  const [former, member, owner] = await Promise.all(
    (["former", "member", "owner"] as const).map((kind) => asking(garden.cast, kind)),
  );
  if (!former || !member || !owner) throw new Error("three were asked for");
  const first = garden.word(`answer under a ${name}`, mayKnow, "former");
  const { comment } = await former.posts.addComment({ post, body: first });
  const file = await garden.file("attachment", `file on a comment under a ${name}`, "member", below);
  const second = garden.word(`comment under a ${name}`, below, "member");
  const said = await member.posts.addComment({ post, body: `${second} @Otto Outgroup`, files: [file], aware: "yes" });
  const third = garden.word(`reply under a ${name}`, below, "owner");
  const reply = await owner.posts.addComment({ post, body: third, parentId: comment });
  const gone = garden.word(`removed comment under a ${name}`, GONE, "member");
  const away = await member.posts.addComment({ post, body: gone });
  await member.posts.removeComment({ comment: away.comment });
  garden.thing("comment", comment, below);
  garden.thing("case", comment, mayKnow === BROUGHT ? BROUGHT : LOOKED_AFTER[garden.plan.closed]);
  for (const other of [said.comment, reply.comment]) garden.thing("comment", other, below);
  garden.thing("comment", away.comment, only("member"));
  return comment;
}

/** The traces of those who read it: what they keep, follow, choose, and thank for. */
async function enjoyed({ cast }: Garden, post: ConversationId, kind: PostKind, answer: CommentId): Promise<void> {
  for (const reading of ["former", "out of the group"] as const) {
    const api = await asking(cast, reading);
    await api.posts.save({ post });
    await api.reading.follow({ post, level: "everything" });
    await api.posts.react({ post, add: "thanks" });
    await api.posts.reactToComment({ comment: answer, add: "agree" });
    if (kind === "poll") await api.posts.vote({ post, choices: 1 });
    if (kind === "announcement") await api.posts.markSeen({ post });
  }
  if (kind === "question") await (await asking(cast, "member")).posts.accept({ comment: answer });
  const owner = await asking(cast, "owner");
  await owner.care.thank({ person: cast.ids.former, words: "For the answer.", about: `/posts/${post}?at=${answer}` });
}

/** What becomes of a post before anybody loses their place. */
export async function meetFate(
  garden: Garden,
  rooms: Rooms,
  { post, answer, writer }: Grown,
  fate: Fate,
): Promise<void> {
  const { cast, plan } = garden;
  const [author, owner] = [await asking(cast, writer), await asking(cast, "owner")];
  if (fate === "pinned") await owner.posts.pin({ post });
  if (fate === "locked") {
    const reason = garden.word("reason of a lock", RULE[plan.closed].read, "owner");
    await owner.posts.lock({ post, reason });
  }
  if (fate === "removed") await author.posts.remove({ post });
  if (fate === "moved in") await author.posts.move({ post, to: rooms.room });
  if (fate === "reported") {
    const words = garden.word("words of a report", BROUGHT, "in the group");
    await (await asking(cast, "in the group")).moderation.report({ thing: post, reason: "other", words });
  }
  if (fate !== "hidden answer") return;
  // Nobody brought it to the hosts: in a closed room it is its owners' to look after.
  const reason = garden.word("reason of an owner", either(LOOKED_AFTER[plan.closed], only("former")), "owner");
  await owner.moderation.hide({ thing: answer, reason });
}
