import { talkOf } from "@/assembly/live/page";
import { openPage, type Visit } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { answerAsked, partAsked } from "@/assembly/thread";
import { paths } from "@/paths";
import { CommentForm } from "@/posts/ui/comment-form";
import { placesOfDrafts } from "@/posts/ui/draft-place";
import { HostLine, HostLineForm } from "@/posts/ui/host-line";
import { LockForm } from "@/posts/ui/lock-form";
import { OpenedPost } from "@/posts/ui/opened-post";
import { RemovePostForm } from "@/posts/ui/post-forms";
import { aroundOf, closedWords, insteadOf, undoOf } from "@/posts/ui/post-talk";
import { placeOfPost } from "@/posts/ui/thread/place";
import { Thread } from "@/posts/ui/thread/thread";
import { Link } from "@/ui/link";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function PostPage({ params, searchParams }: Props) {
  const { id } = await params;
  const asked = await queryOf(searchParams);
  return openPage(async (visit) => {
    const { api, t, format, form, back, refusedOf } = visit;
    const { post, window, may } = await api.reading.thread({ post: id, ...partAsked(asked) });
    const place = placeOfPost(post.id);
    const { parent, begin } = answerAsked(asked, window, place.link, { ...post, path: place.path });
    // Whoever comes from the list of drafts finds it here, without a script too; others are asked when they begin to write.
    const known = asked.draft
      ? await api.posts.draft({ place: placesOfDrafts.comment(post.id, parent?.id) })
      : undefined;
    const common = { back, t, words: form };
    return {
      title: post.title,
      flash: asked.asked === "yes" ? t("launch.advice.asked") : undoOf(visit, post, window, asked),
      live: talkOf(post, window.later ? paths.post(post.id) : undefined),
      body: (
        <>
          <OpenedPost post={post} reacting={asked.react === "post"} visit={visit} />
          <Beside post={post} mayWriteLine={may.writeLine} visit={visit} />
          {asked.remove === "post" && post.may.remove ? (
            <RemovePostForm post={post} refused={refusedOf("posts.remove")} {...common} />
          ) : null}
          {asked.lock === "post" && post.may.lock ? (
            <LockForm post={post} refused={refusedOf("posts.lock")} {...common} />
          ) : null}
          <Thread
            title={t("posts.thread.comments")}
            place={place}
            window={window}
            own={post.own}
            count={post.commentCount}
            mayAnswer={post.may.comment}
            here={asked.at}
            format={format}
            {...common}
            instead={(comment) => insteadOf(visit, post, comment, asked)}
            around={(comment) => aroundOf(visit, post, comment, asked)}
          />
          <section id="write" className="mt-8 scroll-mt-4">
            {post.may.comment ? (
              <CommentForm
                postId={post.id}
                spaceId={post.space.id}
                known={known}
                parent={parent}
                begin={begin}
                refused={refusedOf("posts.addComment")}
                {...common}
              />
            ) : (
              <p className="quiet">{closedWords(visit, post)}</p>
            )}
          </section>
        </>
      ),
    };
  });
}

type BesideProps = { post: Opened["post"]; mayWriteLine: boolean; visit: Visit };
type Opened = Awaited<ReturnType<Visit["api"]["reading"]["thread"]>>;

/** What stands under a post that is no part of it: whom to ask, whom to tell, and the line of a host. */
function Beside({ post, mayWriteLine, visit: { t, viewer, form, back, refusedOf } }: BesideProps) {
  return (
    <>
      <p className="meta mt-3">
        <Link href={paths.askAdvice(post.id)}>{t("launch.advice.ask")}</Link>
        {post.author.id === viewer.id ? null : <Link href={paths.report(post.id)}>{t("moderation.report.verb")}</Link>}
      </p>
      {post.own.line === null ? null : (
        <p className="host-line">
          <HostLine line={post.own.line} t={t} />
        </p>
      )}
      {mayWriteLine ? (
        <HostLineForm
          postId={post.id}
          line={post.own.line}
          back={back}
          t={t}
          words={form}
          refused={refusedOf("reading.writeLine")}
        />
      ) : null}
    </>
  );
}
