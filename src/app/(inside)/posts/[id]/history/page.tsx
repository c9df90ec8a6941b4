import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths, withQuery } from "@/paths";
import { Versions } from "@/posts/history/ui/versions";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function PostHistoryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { comment, after } = await queryOf(searchParams);
  return openPage(async ({ api, t, format }) => {
    const { title, author, items, next } =
      comment === undefined
        ? await api.posts.history({ post: id, after })
        : await api.posts.commentHistory({ comment, after });
    const self = paths.postHistory(id);
    const place = comment === undefined ? paths.post(id) : paths.comment(id, comment);
    return {
      title: t("posts.history.title"),
      body: (
        <>
          <PageTitle
            kicker={<Link href={place}>{title}</Link>}
            lead={t(comment === undefined ? "posts.history.lead" : "posts.history.leadComment", {
              name: author.displayName,
            })}
          >
            {t("posts.history.title")}
          </PageTitle>
          <Versions
            versions={items}
            older={next === null ? null : withQuery(self, { comment, after: next })}
            later={after === undefined ? null : { href: withQuery(self, { comment }) }}
            t={t}
            format={format}
          />
        </>
      ),
    };
  });
}
