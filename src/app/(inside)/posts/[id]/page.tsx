import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { answerAsked, partAsked } from "@/assembly/thread";
import { paths } from "@/paths";
import { CommentForm } from "@/posts/ui/comment-form";
import { placesOfDrafts } from "@/posts/ui/draft-place";
import { EditComment, RemoveComment } from "@/posts/ui/edit-comment";
import { HostLine, HostLineForm } from "@/posts/ui/host-line";
import { PostArticle } from "@/posts/ui/post-article";
import { RemovePostForm } from "@/posts/ui/post-forms";
import { placeOfPost } from "@/posts/ui/thread/place";
import { Thread } from "@/posts/ui/thread/thread";
import { Link } from "@/ui/link";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function PostPage({ params, searchParams }: Props) {
  const { id } = await params;
  const asked = await queryOf(searchParams);
  const { at, edit, remove, asked: askedSomebody } = asked;
  return openPage(async ({ api, viewer, t, format, form, back, refusedOf }) => {
    const { post, window, may } = await api.reading.thread({ post: id, ...partAsked(asked) });
    const place = placeOfPost(post.id);
    const { parent, begin } = answerAsked(asked, window, place.link, { ...post, path: place.path });
    // Whoever comes from the list of drafts finds it here, without a script too; others are asked when they begin to write.
    const known = asked.draft
      ? await api.posts.draft({ place: placesOfDrafts.comment(post.id, parent?.id) })
      : undefined;
    const common = { t, words: form };
    return {
      title: post.title,
      flash: askedSomebody === "yes" ? t("launch.advice.asked") : null,
      body: (
        <>
          <PostArticle post={post} t={t} format={format} />
          <p className="meta mt-3">
            <Link href={paths.askAdvice(post.id)}>{t("launch.advice.ask")}</Link>
            {post.author.id === viewer.id ? null : (
              <Link href={paths.report(post.id)}>{t("moderation.report.verb")}</Link>
            )}
          </p>
          {post.own.line === null ? null : (
            <p className="host-line">
              <HostLine line={post.own.line} t={t} />
            </p>
          )}
          {may.writeLine ? (
            <HostLineForm
              postId={post.id}
              line={post.own.line}
              back={back}
              refused={refusedOf("reading.writeLine")}
              {...common}
            />
          ) : null}
          {remove === "post" && post.may.remove ? (
            <RemovePostForm post={post} back={back} refused={refusedOf("posts.remove")} {...common} />
          ) : null}
          <Thread
            title={t("posts.thread.comments")}
            place={place}
            window={window}
            own={post.own}
            count={post.commentCount}
            mayAnswer={post.may.comment}
            here={at}
            back={back}
            format={format}
            {...common}
            instead={(comment) => {
              const verb = { comment, self: paths.comment(post.id, comment.id), back, ...common };
              if (edit === comment.id && comment.may.edit)
                return (
                  <EditComment
                    {...verb}
                    place={{ room: "posts", id: post.space.id }}
                    refused={refusedOf("posts.editComment", { comment: comment.id })}
                  />
                );
              if (remove === comment.id && comment.may.remove)
                return <RemoveComment {...verb} refused={refusedOf("posts.removeComment")} />;
              return null;
            }}
          />
          <section id="write" className="mt-8 scroll-mt-4">
            {post.may.comment ? (
              <CommentForm
                postId={post.id}
                spaceId={post.space.id}
                known={known}
                parent={parent}
                begin={begin}
                back={back}
                refused={refusedOf("posts.addComment")}
                {...common}
              />
            ) : (
              <p className="quiet">{t("posts.thread.closed")}</p>
            )}
          </section>
        </>
      ),
    };
  });
}
