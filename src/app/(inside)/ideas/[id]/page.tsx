import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { IdeaArticle } from "@/feedback/ui/idea-article";
import { IdeaCommentForm } from "@/feedback/ui/idea-comment-form";
import { IdeaComments } from "@/feedback/ui/idea-comments";
import { RemoveIdeaForm } from "@/feedback/ui/idea-forms";
import { MoveForm } from "@/feedback/ui/move-form";
import { Moves } from "@/feedback/ui/moves";
import { VoteBox } from "@/feedback/ui/vote-box";
import { Voters } from "@/feedback/ui/voters";
import { dayOf } from "@/feedback/ui/words";
import { Section } from "@/ui/page-title";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** How many comments, and how many voters, one page shows. */
const SHOWN = 50;

export default async function IdeaPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { after, at, answer, edit, remove, voters: votersAfter } = await queryOf(searchParams);
  return openPage(async ({ api, t, format, form, back, timeZone, now, refusedOf }) => {
    const { idea, moves, voters, comments } = await api.feedback.ideaWithTalk({
      idea: id,
      take: SHOWN,
      after,
      at,
      votersAfter,
    });
    const today = dayOf(now, timeZone);
    const parent = comments.items.find((one) => one.id === answer && !one.removed) ?? null;
    const common = { back, t, words: form };
    return {
      title: idea.title,
      body: (
        <>
          <IdeaArticle idea={idea} today={today} t={t} format={format} />
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
                  refused={refusedOf("feedback.move")}
                  {...common}
                />
              ) : null}
            </Section>
          </div>
          <Voters idea={idea} voters={voters.items} next={voters.next} later={votersAfter !== undefined} t={t} />
          <section className="section" id="comments">
            <div className="section-head">
              <h2>{t("feedback.idea.talk")}</h2>
              <span className="quiet fine">{t("posts.comments", { count: idea.commentCount })}</span>
            </div>
            <IdeaComments
              idea={idea}
              comments={comments.items}
              next={comments.next}
              later={comments.later}
              editing={edit}
              removing={remove}
              format={format}
              refusedOf={refusedOf}
              {...common}
            />
          </section>
          <section id="write" className="mt-8 scroll-mt-4">
            {idea.may.comment ? (
              <IdeaCommentForm
                ideaId={idea.id}
                parent={parent}
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
