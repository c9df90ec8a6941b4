import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { threadPart } from "@/assembly/thread";
import { paths } from "@/paths";
import { CommentForm } from "@/posts/ui/comment-form";
import { Conversation } from "@/posts/ui/conversation";
import { EditComment, RemoveComment } from "@/posts/ui/edit-comment";
import { PostArticle } from "@/posts/ui/post-article";
import { RemovePostForm } from "@/posts/ui/post-forms";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function PostPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { after, at, answer, edit, remove } = await queryOf(searchParams);
  return openPage(async (visit) => {
    const { api, t, format, form, back, refusedOf } = visit;
    const post = await api.posts.one({ post: id });
    const { items, next, later } = await threadPart(visit, post, { after, at });
    const parent = items.find((one) => one.id === answer && !one.removed) ?? null;
    const common = { t, words: form };
    return {
      title: post.title,
      body: (
        <>
          <PostArticle post={post} t={t} format={format} />
          {remove === "post" && post.may.remove ? (
            <RemovePostForm post={post} back={back} refused={refusedOf("posts.remove")} {...common} />
          ) : null}
          <section className="section" id="comments">
            <div className="section-head">
              <h2>{t("posts.thread.comments")}</h2>
              <span className="quiet fine">{t("posts.comments", { count: post.commentCount })}</span>
            </div>
            <Conversation
              post={post}
              comments={items}
              next={next}
              later={later}
              t={t}
              format={format}
              instead={(comment) => {
                const verb = { comment, self: paths.comment(post.id, comment.id), back, ...common };
                if (edit === comment.id && comment.may.edit)
                  return <EditComment {...verb} refused={refusedOf("posts.editComment", { comment: comment.id })} />;
                if (remove === comment.id && comment.may.remove)
                  return <RemoveComment {...verb} refused={refusedOf("posts.removeComment")} />;
                return null;
              }}
            />
          </section>
          <section id="write" className="mt-8 scroll-mt-4">
            {post.may.comment ? (
              <CommentForm
                postId={post.id}
                parent={parent}
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
