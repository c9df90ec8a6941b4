import { sql } from "drizzle-orm";
import { offerAnswered, offerAsked } from "@/care/offers/events";
import { thanksGiven } from "@/care/thanks/events";
import { entryPublished } from "@/feedback/changelog/events";
import { creditsProposed, ideaMeantSaid } from "@/feedback/credits/events";
import { ideaMoved } from "@/feedback/events";
import { previewStarted, previewWidened, previewWithdrawn } from "@/feedback/previews/events";
import { idea, vote } from "@/feedback/schema";
import { adviceAsked } from "@/launch/advice/events";
import { gatesFell } from "@/launch/events";
import { planClosed } from "@/launch/plans/events";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import { type Reaction, reaction, type Told } from "@/platform/events/reaction";
import { answerAccepted, answerUnaccepted, commentAdded, mentionMade, postPublished } from "@/posts/events";
import { reactionAdded, reactionRemoved } from "@/posts/marks/events";
import { threadFollowers } from "@/posts/reading/facts";
import { comment, conversation, post } from "@/posts/schema";
import type { CommentId, ConversationId } from "@/posts/shape";
import { missedOpened } from "@/readiness/events";
import { spacePlace } from "@/spaces/schema";
import { tell } from "./tell";
import { hushAnswer, tellAnswer } from "./told/answers";
import { tellAsked, tellFallen, tellPlan } from "./told/launch";
import { tellAsk, tellHelp, tellThanks } from "./told/people";
import { tellCredited, tellEntry, tellMeant, tellStarted, tellWidened, tellWithdrawn } from "./told/previews";
import { hushSign, tellSign } from "./told/signs";

/** A new thread reaches those who are in its space. */
async function tellPost(tx: Tx, { subjectId, payload, actorId, at }: Told<typeof postPublished.shape>): Promise<void> {
  const conversationId = subjectId as ConversationId;
  const members = sql`select ${spacePlace.personId} as person_id from ${spacePlace}
    where ${spacePlace.spaceId} = ${payload.spaceId}::uuid and ${spacePlace.level} in ('everything', 'threads')`;
  await tell(tx, { bundle: "talk", conversationId, commentId: null, actorId, at }, [
    { why: "space-thread", people: members },
  ]);
}

/** A comment reaches whoever opened the conversation, whom it answers, who wrote in it, and who follows it or its space. */
async function tellComment(
  tx: Tx,
  { subjectId, payload, actorId, at }: Told<typeof commentAdded.shape>,
): Promise<void> {
  const { conversationId } = payload;
  const opener = sql`select ${conversation.authorId} as person_id from ${conversation}
    where ${conversation.id} = ${conversationId}::uuid`;
  const answered = sql`select parent.author_id as person_id from ${comment}
    join ${comment} parent on parent.id = ${comment.parentId} where ${comment.id} = ${subjectId}::uuid`;
  const voices = sql`select distinct ${comment.authorId} as person_id from ${comment}
    where ${comment.conversationId} = ${conversationId}::uuid and ${comment.removedAt} is null`;
  const followers = sql`select person_id from ${threadFollowers(conversationId)} f where follow = 'everything'`;
  const everything = sql`select ${spacePlace.personId} as person_id from ${spacePlace}
    join ${post} on ${post.spaceId} = ${spacePlace.spaceId}
    where ${post.id} = ${conversationId}::uuid and ${spacePlace.level} = 'everything'`;
  const told = { bundle: "talk", conversationId, commentId: subjectId as CommentId, actorId, at } as const;
  await tell(tx, told, [
    { why: "opened", people: opener },
    { why: "replied", people: answered },
    { why: "wrote", people: voices },
    { why: "follows", people: followers },
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

/** An answer of the team reaches whose idea it is, who wrote it down, and those who voted for it. */
async function tellMove(tx: Tx, { subjectId, actorId, at }: Told<typeof ideaMoved.shape>): Promise<void> {
  const conversationId = subjectId as ConversationId;
  const author = sql`select ${conversation.authorId} as person_id from ${conversation}
    where ${conversation.id} = ${subjectId}::uuid
    union all select ${idea.recordedBy} from ${idea} where ${idea.id} = ${subjectId}::uuid`;
  const voters = sql`select ${vote.personId} as person_id from ${vote} where ${vote.ideaId} = ${subjectId}::uuid`;
  await tell(tx, { bundle: "idea", conversationId, commentId: null, actorId: actorId as PersonId | null, at }, [
    { why: "own-idea", people: author },
    { why: "voted", people: voters },
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
  reaction("notices.gates-fell", gatesFell, tellFallen),
  reaction("notices.missed", missedOpened, tellAsked),
];
