import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths, withQuery } from "@/paths";
import { ReactorList } from "@/posts/marks/ui/reactor-list";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function PostReactionsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { comment, after } = await queryOf(searchParams);
  return openPage(async ({ api, t }) => {
    const found =
      comment === undefined
        ? await api.posts.reactors({ post: id, after })
        : await api.posts.commentReactors({ comment, after });
    const self = paths.reactions(id);
    return {
      title: t("posts.reactions.all"),
      body: (
        <ReactorList
          found={found}
          place={comment === undefined ? paths.post(id) : paths.comment(id, comment)}
          older={found.next === null ? null : withQuery(self, { comment, after: found.next })}
          first={after === undefined ? null : withQuery(self, { comment })}
          t={t}
        />
      ),
    };
  });
}
