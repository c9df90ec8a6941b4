import { and, eq, sql } from "drizzle-orm";
import { at, daysAfter, now } from "@/platform/clock";
import { HOUR } from "@/platform/durations";
import { acceptAnswer } from "@/posts/actions/accept-answer";
import { pinPost } from "@/posts/actions/keep-order";
import { publishPost } from "@/posts/actions/publish-post";
import { markSeen } from "@/posts/kinds/actions/mark-seen";
import { voteInPoll } from "@/posts/kinds/actions/vote-in-poll";
import { react } from "@/posts/marks/actions/react";
import type { ReactionKind } from "@/posts/marks/shape";
import { comment, conversation } from "@/posts/schema";
import type { SpaceId } from "@/spaces/shape";
import type { Cast } from "./cast";

const REQUEST = "demo";

/** Answers that settled a question of the demo: the question's title, and how the words of the answer begin. */
const SETTLED = [
  ["Customer hears a whistle at 220 °C, only with steam", "daniel.price", "Voilà. Deux coudes"],
  ["Who else welds the 0.8 mm fronts?", "adam.kowalski", "Nous laissons les tôles"],
  ["How much electricity does a batch of 120 baguettes take?", "grace.okafor", "Mesuré en mai"],
] as const;

/** Kind signs on what was said: who, on words that begin so, and how. */
const SIGNS: readonly (readonly [string, string, ReactionKind])[] = [
  ["daniel.price", "Voilà. Deux coudes", "thanks"],
  ["priya.nair", "Voilà. Deux coudes", "insightful"],
  ["grace.okafor", "Weight no. 4 fitted", "celebrate"],
  ["sophie.garnier", "Weight no. 4 fitted", "celebrate"],
  ["tom.ashworth", "Promesse tenue", "celebrate"],
  ["nadia.lefevre", "Promesse tenue", "celebrate"],
  ["adam.kowalski", "Rack comes Thursday", "thanks"],
  ["malik.benali", "A buddy for three days", "agree"],
  ["grace.okafor", "Mesuré en mai", "thanks"],
];

/** How many posts `seedKinds` writes: the poll, the visit, the announcement. */
export const KINDS_SHOWN = 3;

/** What the demo shows of the kinds of posts: settled questions, a poll, a visit to come, an announcement to read. */
export async function seedKinds(cast: Cast, rooms: ReadonlyMap<string, SpaceId>): Promise<void> {
  const said = (key: string) => ({ tx: cast.tx, actor: cast.who(key), requestId: REQUEST });
  for (const [title, asker, words] of SETTLED) {
    const answer = await wordsThat(cast, words, title);
    if (answer !== null) await acceptAnswer(said(asker), answer.conversation, answer.comment);
  }
  for (const [key, words, kind] of SIGNS) {
    const on = await wordsThat(cast, words);
    if (on !== null) await react(said(key), on, { add: kind });
  }
  await seedPoll(cast, roomOf(rooms, "shop-floor"));
  await seedVisit(cast, roomOf(rooms, "oven-care"));
  await seedNews(cast, roomOf(rooms, "oven-care"));
}

function roomOf(rooms: ReadonlyMap<string, SpaceId>, slug: string): SpaceId {
  const room = rooms.get(slug);
  if (room === undefined) throw new Error(`the demo has no space ${slug}`);
  return room;
}

async function wordsThat({ tx }: Cast, begin: string, title?: string) {
  const [row] = await tx
    .select({ comment: comment.id, conversation: comment.conversationId })
    .from(comment)
    .innerJoin(conversation, eq(conversation.id, comment.conversationId))
    .where(
      and(sql`starts_with(${comment.body}, ${begin})`, title === undefined ? undefined : eq(conversation.title, title)),
    );
  return row ?? null;
}

async function seedPoll(cast: Cast, room: SpaceId): Promise<void> {
  const said = (key: string) => ({ tx: cast.tx, actor: cast.who(key), requestId: REQUEST });
  const post = await at(daysAfter(now(), -4), () =>
    publishPost(said("nadia.lefevre"), room, {
      kind: "poll",
      title: "Échange entre ateliers : quelle semaine ? · Which week for the exchange?",
      body: "Deux personnes de Leeds à Lyon, deux de Lyon à Leeds, trois jours. Dites ce qui vous va.",
      poll: {
        options: [
          "La première semaine · First week",
          "La deuxième · Second week",
          "Après l’inventaire · After stocktaking",
        ],
        several: true,
        named: true,
        closesAt: daysAfter(now(), 10),
      },
    }),
  );
  const voices = [
    ["tom.ashworth", [2, 3]],
    ["malik.benali", [2]],
    ["adam.kowalski", [1, 2]],
    ["ruth.sanderson", [3]],
  ] as const;
  for (const [key, choices] of voices) await voteInPoll(said(key), post, choices);
}

async function seedVisit(cast: Cast, room: SpaceId): Promise<void> {
  const act = { tx: cast.tx, actor: cast.who("grace.okafor"), requestId: REQUEST };
  const day = daysAfter(now(), 9).toISOString().slice(0, 10);
  const startsAt = new Date(`${day}T09:30:00Z`);
  await at(daysAfter(now(), -3), () =>
    publishPost(act, room, {
      kind: "event",
      title: "Two bakers try the swing-out glass, on cardboard",
      body: "Megan brings three hinges, the bakers bring their mornings. Four places for people who build ovens.",
      event: {
        startsAt,
        endsAt: new Date(startsAt.getTime() + 2 * HOUR),
        timeZone: "Europe/London",
        place: "Leeds, test kitchen",
        link: "",
      },
    }),
  );
}

async function seedNews(cast: Cast, room: SpaceId): Promise<void> {
  const said = (key: string) => ({ tx: cast.tx, actor: cast.who(key), requestId: REQUEST });
  const post = await at(daysAfter(now(), -1), () =>
    publishPost(said("hannah.whitfield"), room, {
      kind: "announcement",
      title: "The Sunday number is on every new oven from now on",
      body: "Camille noticed that it stood nowhere. It is on the plate beside the controller, and [on one page](https://example.com/sunday) to print for ovens that are out already.",
      asksSeen: true,
    }),
  );
  for (const key of ["daniel.price", "sophie.garnier", "priya.nair"]) await markSeen(said(key), post);
  await pinPost(said("hannah.whitfield"), post, room);
}
