import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { Notes } from "@/care/journal/ui/notes";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** The host's own notes of talks. */
export default async function JournalPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, t, format, form, back }) => {
    const { items, next } = await api.journal.mine({ after });
    return {
      title: t("journal.title"),
      body: (
        <>
          <PageTitle lead={t("journal.lead")}>{t("journal.title")}</PageTitle>
          {items.length === 0 ? (
            <EmptyState
              title={t("journal.empty")}
              action={<LinkButton href={paths.people()}>{t("journal.emptyAction")}</LinkButton>}
            >
              {t("journal.emptyText")}
            </EmptyState>
          ) : null}
          <Notes t={t} format={format} words={form} back={back} notes={items} named />
          <Pager
            label={t("journal.pages")}
            previous={after === undefined ? null : { href: paths.journal(), label: t("journal.first") }}
            next={
              next === null ? null : { href: withQuery(paths.journal(), { after: next }), label: t("journal.older") }
            }
          />
        </>
      ),
    };
  });
}
