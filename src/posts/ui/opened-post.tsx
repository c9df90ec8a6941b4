import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Callout } from "@/ui/callout";
import type { RefusedForm } from "@/ui/form-state";
import { EventBox } from "../kinds/ui/event-box";
import { PollBox } from "../kinds/ui/poll-box";
import { SeenBox } from "../kinds/ui/seen-box";
import { Reactions } from "../marks/ui/reactions";
import type { PostView } from "../views";
import { PostArticle } from "./post-article";
import { PostMenu } from "./post-menu";

type OpenedPostProps = {
  post: PostView;
  /** True when the page was asked for with all ways to react in sight. */
  reacting: boolean;
  visit: {
    t: Words;
    format: Formats;
    now: Date;
    form: FormWords;
    back: string;
    refusedOf: (procedure: string) => RefusedForm | null;
  };
};

/** The verbs of the menu, which have no form of their own to tell a refusal in. */
const IN_MENU = ["posts.save", "posts.unsave", "posts.pin", "posts.unpin", "posts.unlock"];

/** A post with all that hangs on it: its menu, what its kind brings, its kind signs. */
export function OpenedPost({ post, reacting, visit }: OpenedPostProps) {
  const { t, format, form, back, refusedOf } = visit;
  const refused = IN_MENU.map((procedure) => refusedOf(procedure)).find((one) => one !== null) ?? null;
  return (
    <>
      {refused === null ? null : (
        <div role="alert" className="mb-6">
          <Callout tone="bad">{refused.message}</Callout>
        </div>
      )}
      <PostArticle
        post={post}
        t={t}
        format={format}
        menu={<PostMenu post={post} back={back} t={t} />}
        details={<Details post={post} visit={visit} />}
        reactions={
          <Reactions
            procedure="posts.react"
            on={["post", post.id]}
            reactions={post.reactions}
            may={post.may.react}
            open={reacting}
            href={withQuery(paths.post(post.id), { react: "post" })}
            list={paths.reactions(post.id)}
            back={back}
            t={t}
            format={format}
          />
        }
      />
      {post.seen === null ? null : (
        <SeenBox post={post} back={back} t={t} words={form} refused={refusedOf("posts.markSeen")} />
      )}
    </>
  );
}

function Details({ post, visit }: Pick<OpenedPostProps, "post" | "visit">) {
  const { t, format, now, form, back, refusedOf } = visit;
  if (post.event !== null) return <EventBox postId={post.id} event={post.event} now={now} t={t} format={format} />;
  if (post.poll === null) return null;
  const refused = refusedOf("posts.vote") ?? refusedOf("posts.unvote");
  return (
    <PollBox
      postId={post.id}
      poll={post.poll}
      may={post.may}
      back={back}
      t={t}
      format={format}
      words={form}
      refused={refused}
      closing={refusedOf("posts.closePoll") ?? refusedOf("posts.reopenPoll")}
    />
  );
}
