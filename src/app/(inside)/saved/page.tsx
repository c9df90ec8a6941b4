import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths, withQuery } from "@/paths";
import { PostList } from "@/posts/ui/post-list";
import { PageTitle } from "@/ui/page-title";

export default async function SavedPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, t, format }) => {
    const page = await api.posts.saved({ after });
    return {
      title: t("posts.saved.title"),
      body: (
        <>
          <PageTitle lead={t("posts.saved.lead")}>{t("posts.saved.title")}</PageTitle>
          <PostList
            page={page}
            t={t}
            format={format}
            label={t("posts.saved.title")}
            more={(next) => withQuery(paths.saved(), { after: next })}
            empty={{ title: t("posts.saved.emptyTitle"), text: t("posts.saved.emptyText") }}
            end={<p className="quiet fine">{t("posts.saved.end")}</p>}
            showSpace
          />
        </>
      ),
    };
  });
}
