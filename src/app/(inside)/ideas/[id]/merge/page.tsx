import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { MergeSheet } from "@/feedback/merging/ui/merge-sheet";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function MergeIdeaPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { search = "", into } = await queryOf(searchParams);
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const found = await api.feedback.mergeTargets({ idea: id, search, into });
    return {
      title: t("ideas.merge.tab"),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.idea(id)}>{found.idea.title}</Link>} lead={t("ideas.merge.lead")}>
            {t("ideas.merge.title")}
          </PageTitle>
          <MergeSheet {...found} search={search} back={back} t={t} words={form} refused={refusedOf("feedback.merge")} />
        </>
      ),
    };
  });
}
