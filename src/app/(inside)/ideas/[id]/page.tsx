import { ideaExtras } from "@/assembly/idea-extras";
import { talkOf } from "@/assembly/live/page";
import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { answerAsked, partAsked } from "@/assembly/thread";
import { IdeaArticle } from "@/feedback/ui/idea-article";
import { IdeaCommentForm } from "@/feedback/ui/idea-comment-form";
import { RemoveIdeaForm } from "@/feedback/ui/idea-forms";
import { justSuggested } from "@/feedback/ui/just-suggested";
import { MoveForm } from "@/feedback/ui/move-form";
import { Moves } from "@/feedback/ui/moves";
import { VoteBox } from "@/feedback/ui/vote-box";
import { Voters } from "@/feedback/ui/voters";
import { dayOf } from "@/feedback/ui/words";
import { paths, withQuery } from "@/paths";
import { Reactions } from "@/posts/marks/ui/reactions";
import { aroundComment } from "@/posts/ui/comment-verbs";
import { placesOfDrafts } from "@/posts/ui/draft-place";
import { EditComment, RemoveComment } from "@/posts/ui/edit-comment";
import { placeOfIdea } from "@/posts/ui/thread/place";
import { Thread } from "@/posts/ui/thread/thread";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function IdeaPage({ params, searchParams }: Props) {
  const { id } = await params;
  const asked = await queryOf(searchParams);
  const { at, edit, remove, react, voters: votersAfter } = asked;
  return openPage(async (visit) => {
    const { api, viewer, t, format, form, back, timeZone, now, refusedOf } = visit;
    const part = { ...partAsked(asked), votersAfter };
    const talk = await api.feedback.ideaWithTalk({ idea: id, ...part });
    const { idea, moves, voters, window } = talk;
    const place = placeOfIdea(idea.id);
    const { parent, begin } = answerAsked(asked, window, place.link, { ...idea, path: place.path });
    const today = dayOf(now, timeZone);
    const known = asked.draft
      ? await api.posts.draft({ place: placesOfDrafts.comment(idea.id, parent?.id) })
      : undefined;
    const common = { back, t, words: form };
    return {
      title: idea.title,
      flash: justSuggested({ idea, done: asked.done, refused: refusedOf("feedback.takeBack"), ...common }),
      live: talkOf(idea, window.later ? paths.idea(idea.id) : undefined),
      body: (
        <>
          <IdeaArticle
            idea={idea}
            today={today}
            t={t}
            format={format}
            reactions={
              <Reactions
                procedure="feedback.react"
                on={["idea", idea.id]}
                reactions={idea.reactions}
                may={idea.may.react}
                open={react === "idea"}
                href={withQuery(paths.idea(idea.id), { react: "idea" })}
                list={paths.ideaReactions(idea.id)}
                back={back}
                t={t}
                format={format}
              />
            }
          />
          {idea.author.id === viewer.id ? null : (
            <p className="meta mt-3">
              <Link href={paths.report(idea.id)}>{t("moderation.report.verb")}</Link>
            </p>
          )}
          {remove === "idea" && idea.may.remove ? (
            <RemoveIdeaForm idea={idea} refused={refusedOf("feedback.removeIdea")} {...common} />
          ) : null}
          <VoteBox
            idea={idea}
            refused={{ vote: refusedOf("feedback.vote"), unvote: refusedOf("feedback.unvote") }}
            {...common}
          />
          <div id="moves" className="scroll-mt-4">
            <Section title={t("feedback.moves.title")}>
              <Moves moves={moves} t={t} format={format} />
              {idea.may.move ? (
                <MoveForm
                  idea={idea}
                  answered={moves.length > 0}
                  today={today}
                  feature={talk.preview?.feature ?? ""}
                  refused={refusedOf("feedback.move")}
                  {...common}
                />
              ) : null}
            </Section>
          </div>
          {ideaExtras(visit, talk)}
          <Voters idea={idea} voters={voters.items} next={voters.next} later={votersAfter !== undefined} t={t} />
          <Thread
            title={t("feedback.idea.talk")}
            place={place}
            window={window}
            own={idea.own}
            count={idea.commentCount}
            mayAnswer={idea.may.comment}
            here={at}
            format={format}
            {...common}
            instead={(comment) => {
              const verb = { comment, self: place.link(comment.id), history: place.history(comment.id), ...common };
              const named = { comment: comment.id };
              const [editing, removing] = ["feedback.editComment", "feedback.removeComment"];
              if (edit === comment.id && comment.may.edit)
                return (
                  <EditComment
                    {...verb}
                    place={{ room: "feedback", id: idea.board.id }}
                    procedure={editing}
                    refused={refusedOf(editing, named)}
                  />
                );
              if (remove === comment.id && comment.may.remove)
                return <RemoveComment {...verb} procedure={removing} refused={refusedOf(removing, named)} />;
              return null;
            }}
            around={(comment) =>
              aroundComment({
                comment,
                place,
                reacting: react === comment.id,
                mayReact: idea.may.react,
                verbs: { react: "feedback.reactToComment", bringBack: "feedback.bringCommentBack" },
                answer: false,
                mayAccept: false,
                format,
                ...common,
              })
            }
          />
          <section id="write" className="mt-8 scroll-mt-4">
            {idea.may.comment ? (
              <IdeaCommentForm
                ideaId={idea.id}
                boardId={idea.board.id}
                known={known}
                parent={parent}
                begin={begin}
                refused={refusedOf("feedback.addComment")}
                {...common}
              />
            ) : (
              <p className="quiet">{t("feedback.idea.closed")}</p>
            )}
          </section>
        </>
      ),
    };
  });
}
