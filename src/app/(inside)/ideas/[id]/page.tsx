import { redirect } from "next/navigation";
import { ideaExtras } from "@/assembly/idea-extras";
import { talkOf } from "@/assembly/live/page";
import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { answerAsked, partAsked } from "@/assembly/thread";
import { FollowBox } from "@/feedback/following/ui/follow-box";
import { Doubles, WentTo } from "@/feedback/merging/ui/joined";
import { IdeaAnswers } from "@/feedback/ui/idea-answers";
import { IdeaTalk, IdeaWrite } from "@/feedback/ui/idea-talk";
import { IdeaTop } from "@/feedback/ui/idea-top";
import { justSuggested } from "@/feedback/ui/just-suggested";
import { SortForm } from "@/feedback/ui/sort-form";
import { VoteBox } from "@/feedback/ui/vote-box";
import { Voters } from "@/feedback/ui/voters";
import { dayOf } from "@/feedback/ui/words";
import { paths } from "@/paths";
import { placesOfDrafts } from "@/posts/ui/draft-place";
import { placeOfIdea } from "@/posts/ui/thread/place";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function IdeaPage({ params, searchParams }: Props) {
  const { id } = await params;
  const asked = await queryOf(searchParams);
  const { at, voters: votersAfter } = asked;
  return openPage(async (visit) => {
    const { api, viewer, t, format, form, back, timeZone, now, refusedOf } = visit;
    const part = { ...partAsked(asked), votersAfter };
    const read = await api.feedback.ideaWithTalk({ idea: id, ...part });
    const { idea, moves, voters, window } = read;
    // What was said below a double is read where that went.
    if (idea.joined?.into && at !== undefined) redirect(paths.ideaComment(idea.joined.into.id, at));
    const notes = idea.may.host ? await api.feedback.notes({ idea: id }) : null;
    const place = placeOfIdea(idea.id);
    const { parent, begin } = answerAsked(asked, window, place.link, { ...idea, path: place.path });
    const today = dayOf(now, timeZone);
    const known = asked.draft
      ? await api.posts.draft({ place: placesOfDrafts.comment(idea.id, parent?.id) })
      : undefined;
    const common = { back, t, words: form };
    const looked = { idea, viewerId: viewer.id, today, format, refusedOf, ...common };
    const talk = { idea, window, asked, parent, begin, known, format, refusedOf, ...common };
    const answers = <IdeaAnswers moves={moves} notes={notes} feature={read.preview?.feature ?? ""} {...looked} />;
    return {
      title: idea.title,
      flash: justSuggested({ idea, done: asked.done, refused: refusedOf("feedback.takeBack"), ...common }),
      live: talkOf(idea, window.later ? paths.idea(idea.id) : undefined),
      body: (
        <>
          <IdeaTop asked={asked} {...looked} />
          {idea.joined === null ? (
            <>
              <SortForm idea={idea} refused={refusedOf("feedback.sortIdea")} {...common} />
              <VoteBox
                idea={idea}
                refused={{ vote: refusedOf("feedback.vote"), unvote: refusedOf("feedback.unvote") }}
                {...common}
              />
              <FollowBox idea={idea} refused={refusedOf("feedback.followIdea")} {...common} />
              {answers}
              {ideaExtras(visit, read)}
              <Voters idea={idea} voters={voters.items} next={voters.next} later={votersAfter !== undefined} t={t} />
              <Doubles idea={idea} refusedOf={refusedOf} {...common} />
              <IdeaTalk {...talk} />
              <IdeaWrite {...talk} />
            </>
          ) : (
            <>
              <WentTo idea={idea} format={format} refusedOf={refusedOf} {...common} />
              {answers}
            </>
          )}
        </>
      ),
    };
  });
}
