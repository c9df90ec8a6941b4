import { type SQL, sql } from "drizzle-orm";
import { offerAnswered, offerAsked } from "@/care/offers/events";
import { thanksGiven } from "@/care/thanks/events";
import { entryPublished } from "@/feedback/changelog/events";
import { creditsProposed, ideaMeantSaid } from "@/feedback/credits/events";
import { ideaMerged, ideaMoved, ideaUnmerged, promiseFallsDue } from "@/feedback/events";
import { authorsOf, listenersOf, votersOf, wantsStatus } from "@/feedback/following/people";
import { wholeFamily } from "@/feedback/merging/family";
import { previewStarted, previewWidened, previewWithdrawn } from "@/feedback/previews/events";
import { hostNoteAnswered, hostNoteTold } from "@/feedback/telling/events";
import { adviceAsked } from "@/launch/advice/events";
import { gatesFell, overrideReviewed } from "@/launch/events";
import { planClosed } from "@/launch/plans/events";
import { hostsAsked } from "@/launch/waves/events";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import { type Reaction, reaction, type Told } from "@/platform/events/reaction";
import { answerAccepted, answerUnaccepted, commentAdded, mentionMade, postPublished } from "@/posts/events";
import { reactionAdded, reactionRemoved } from "@/posts/marks/events";
import { threadFollowers } from "@/posts/reading/facts";
import { comment, conversation, post } from "@/posts/schema";
import type { CommentId, ConversationId } from "@/posts/shape";
import { missedOpened } from "@/readiness/events";
import { adoptionAnswered, adoptionAsked, placeAnswered, placeAsked } from "@/spaces/events";
import { spacePlace } from "@/spaces/schema";
import type { Why } from "./shape";
import { tell } from "./tell";
import { hushAnswer, tellAnswer } from "./told/answers";
import { tellAsked, tellFallen, tellHostsAsked, tellLookedBack, tellPlan } from "./told/launch";
import { tellNote, tellNoteAnswered } from "./told/notes";
import { tellAsk, tellHelp, tellThanks } from "./told/people";
import { tellCredited, tellEntry, tellMeant, tellStarted, tellWidened, tellWithdrawn } from "./told/previews";
import { hushSign, tellSign } from "./told/signs";
import { tellAdopted, tellAdoption, tellPlaceAnswered, tellPlaceAsked } from "./told/spaces";

/** A new thread reaches those who are in its space. */
async function tellPost(tx: Tx, { subjectId, payload, actorId, at }: Told<typeof postPublished.shape>): Promise<void> {
  const conversationId = subjectId as ConversationId;
  const members = sql`select ${spacePlace.personId} as person_id from ${spacePlace}
    where ${spacePlace.spaceId} = ${payload.spaceId}::uuid and ${spacePlace.level} in ('everything', 'threads')`;
  await tell(tx, { bundle: "talk", conversationId, commentId: null, actorId, at }, [
    { why: "space-thread", people: members },
  ]);
}

/**
 * A comment reaches whoever opened the conversation, whom it answers, who wrote in it, and who follows it or its space.
 * An idea and its doubles are one conversation; whoever wants to hear nothing of one of them hears nothing of them all.
 */
async function tellComment(
  tx: Tx,
  { subjectId, payload, actorId, at }: Told<typeof commentAdded.shape>,
): Promise<void> {
  const { conversationId } = payload;
  const all = sql`(select whole.id from ${wholeFamily(conversationId)} whole)`;
  const opener = sql`select ${conversation.authorId} as person_id from ${conversation}
    where ${conversation.id} in ${all}`;
  const answered = sql`select parent.author_id as person_id from ${comment}
    join ${comment} parent on parent.id = ${comment.parentId} where ${comment.id} = ${subjectId}::uuid`;
  const voices = sql`select distinct ${comment.authorId} as person_id from ${comment}
    where ${comment.conversationId} in ${all} and ${comment.removedAt} is null`;
  const followers = sql`select f.person_id from ${wholeFamily(conversationId)} whole
    cross join lateral ${threadFollowers(sql`whole.id`)} f where f.follow = 'everything'`;
  const everything = sql`select ${spacePlace.personId} as person_id from ${spacePlace}
    join ${post} on ${post.spaceId} = ${spacePlace.spaceId}
    where ${post.id} = ${conversationId}::uuid and ${spacePlace.level} = 'everything'`;
  const told = { bundle: "talk", conversationId, commentId: subjectId as CommentId, actorId, at } as const;
  const listening = (people: SQL) => sql`select heard.person_id from (${people}) heard where not exists (
    select 1 from ${wholeFamily(conversationId)} whole cross join lateral ${threadFollowers(sql`whole.id`)} f
    where f.person_id = heard.person_id and f.follow = 'nothing')`;
  await tell(tx, told, [
    { why: "opened", people: listening(opener) },
    { why: "replied", people: listening(answered) },
    { why: "wrote", people: listening(voices) },
    { why: "follows", people: listening(followers) },
    { why: "space-talk", people: everything },
  ]);
}

/** Whoever is named in a text hears of it, and so does everybody in a space that is called. */
async function tellMention(tx: Tx, { payload, actorId, at }: Told<typeof mentionMade.shape>): Promise<void> {
  const { conversationId, commentId, personIds, spaceId } = payload;
  const named = sql`select value::uuid as person_id
    from jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)`;
  const called = sql`select ${spacePlace.personId} as person_id from ${spacePlace}
    where ${spacePlace.spaceId} = ${spaceId}::uuid`;
  await tell(tx, { bundle: "talk", conversationId, commentId, actorId, at }, [
    { why: "mentioned", people: named },
    { why: "space-mentioned", people: called },
  ]);
}

/** An answer of the team reaches whose idea it is, who wrote it down, who voted for it, and who follows it. */
async function tellMove(tx: Tx, { subjectId, actorId, at }: Told<typeof ideaMoved.shape>): Promise<void> {
  const conversationId = subjectId as ConversationId;
  await tell(
    tx,
    { bundle: "idea", conversationId, commentId: null, actorId: actorId as PersonId | null, at },
    concerned(conversationId),
  );
}

/** Whoever had to do with a double is told once where it went; from then on they hear of the idea that stands. */
async function tellMerge(tx: Tx, { subjectId, payload, actorId, at }: Told<typeof ideaMerged.shape>): Promise<void> {
  const double = subjectId as ConversationId;
  const told = { bundle: "merge", conversationId: payload.into, double, commentId: null, at } as const;
  await tell(tx, { ...told, actorId: actorId as PersonId | null }, [{ why: "merged", people: allConcerned(double) }]);
}

/** The same people are told that it stands alone again: from now on they hear of it, and no more of the other. */
async function tellUnmerge(tx: Tx, { subjectId, actorId, at }: Told<typeof ideaUnmerged.shape>): Promise<void> {
  const conversationId = subjectId as ConversationId;
  const told = { bundle: "unmerge", conversationId, commentId: null, at } as const;
  const people = allConcerned(conversationId);
  await tell(tx, { ...told, actorId: actorId as PersonId | null }, [{ why: "unmerged", people }]);
}

/** All who hear where an idea stands, for whichever reason. */
function allConcerned(id: ConversationId): SQL {
  return sql.join(
    concerned(id).map((one) => one.people),
    sql` union `,
  );
}

/** Those who hear where an idea stands, each group with its reason. */
function concerned(id: ConversationId): { why: Why; people: SQL }[] {
  const wanting = (people: SQL) => sql`select p.person_id from ${people} p where ${wantsStatus(id, sql`p.person_id`)}`;
  return [
    { why: "own-idea", people: wanting(authorsOf(id)) },
    { why: "voted", people: wanting(votersOf(id)) },
    { why: "follows-idea", people: wanting(listenersOf(id)) },
  ];
}

/** Whoever promised something by a day is reminded of it. */
async function tellPromise(tx: Tx, { subjectId, payload, at }: Told<typeof promiseFallsDue.shape>): Promise<void> {
  const conversationId = subjectId as ConversationId;
  await tell(tx, { bundle: "promise", conversationId, commentId: null, actorId: null, at }, [
    { why: `promise-${payload.kind}`, people: sql`select ${payload.personId}::uuid as person_id` },
  ]);
}

/** Whoever is asked for advice on a post, in the name of whoever asks. */
async function tellAdvice(tx: Tx, { payload, actorId, at }: Told<typeof adviceAsked.shape>): Promise<void> {
  const { conversationId, personId } = payload;
  await tell(tx, { bundle: "talk", conversationId, commentId: null, actorId: actorId as PersonId | null, at }, [
    { why: "advice", people: sql`select ${personId}::uuid as person_id` },
  ]);
}

/** What reaches people when something happened. */
export const noticeReactions: readonly Reaction[] = [
  reaction("notices.post", postPublished, tellPost),
  reaction("notices.comment", commentAdded, tellComment),
  reaction("notices.advice", adviceAsked, tellAdvice),
  reaction("notices.mention", mentionMade, tellMention),
  reaction("notices.idea", ideaMoved, tellMove),
  reaction("notices.promise", promiseFallsDue, tellPromise),
  reaction("notices.merge", ideaMerged, tellMerge),
  reaction("notices.unmerge", ideaUnmerged, tellUnmerge),
  reaction("notices.preview", previewStarted, tellStarted),
  reaction("notices.preview-widened", previewWidened, tellWidened),
  reaction("notices.preview-withdrawn", previewWithdrawn, tellWithdrawn),
  reaction("notices.credit", creditsProposed, tellCredited),
  reaction("notices.meant", ideaMeantSaid, tellMeant),
  reaction("notices.entry", entryPublished, tellEntry),
  reaction("notices.sign", reactionAdded, tellSign),
  reaction("notices.sign-gone", reactionRemoved, hushSign),
  reaction("notices.answer", answerAccepted, tellAnswer),
  reaction("notices.answer-gone", answerUnaccepted, hushAnswer),
  reaction("notices.ask", offerAsked, tellAsk),
  reaction("notices.help", offerAnswered, tellHelp),
  reaction("notices.plan", planClosed, tellPlan),
  reaction("notices.thanks", thanksGiven, tellThanks),
  reaction("notices.looked-back", overrideReviewed, tellLookedBack),
  reaction("notices.gates-fell", gatesFell, tellFallen),
  reaction("notices.place-asked", placeAsked, tellPlaceAsked),
  reaction("notices.place-answered", placeAnswered, tellPlaceAnswered),
  reaction("notices.adoption", adoptionAsked, tellAdoption),
  reaction("notices.adopted", adoptionAnswered, tellAdopted),
  reaction("notices.hosts-asked", hostsAsked, tellHostsAsked),
  reaction("notices.note", hostNoteTold, tellNote),
  reaction("notices.note-answered", hostNoteAnswered, tellNoteAnswered),
  reaction("notices.missed", missedOpened, tellAsked),
];
