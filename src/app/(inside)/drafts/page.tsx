import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths, withQuery } from "@/paths";
import { DraftList } from "@/posts/ui/draft-list";
import { daysOfDrafts } from "@/posts/ui/draft-place";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

export default async function DraftsPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, t, format, form, back }) => {
    const { items, next } = await api.posts.drafts({ after });
    const onward =
      next === null ? null : { href: withQuery(paths.drafts(), { after: next }), label: t("editor.drafts.older") };
    return {
      title: t("editor.drafts.title"),
      body: (
        <>
          <PageTitle lead={t("editor.drafts.lead", { days: daysOfDrafts })}>{t("editor.drafts.title")}</PageTitle>
          {items.length === 0 ? (
            <EmptyState
              title={t("editor.drafts.emptyTitle")}
              action={<LinkButton href={paths.spaces()}>{t("editor.drafts.emptyAction")}</LinkButton>}
            >
              {t("editor.drafts.emptyText")}
            </EmptyState>
          ) : (
            <DraftList drafts={items} back={back} t={t} words={form} format={format} />
          )}
          <Pager label={t("editor.drafts.list")} previous={null} next={onward} />
        </>
      ),
    };
  });
}
