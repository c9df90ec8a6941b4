import { openPage } from "@/assembly/open-page";
import { Segments } from "@/feedback/ui/segments";
import { paths } from "@/paths";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

export default async function IdeaVotesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return openPage(async ({ api, t, format }) => {
    const segments = await api.feedback.segments({ idea: id });
    const { idea } = segments;
    const title = t("feedback.segments.title");
    return {
      title,
      body: (
        <>
          <PageTitle
            kicker={<Link href={`${paths.idea(idea.id)}#vote`}>{idea.title}</Link>}
            lead={t("feedback.segments.lead")}
            meta={<span>{t("feedback.votes.short", { count: idea.voteCount })}</span>}
          >
            {title}
          </PageTitle>
          {idea.voteCount === 0 ? (
            <EmptyState
              title={t("feedback.segments.emptyTitle")}
              action={<Link href={paths.idea(idea.id)}>{t("feedback.segments.back")}</Link>}
            >
              {t("feedback.segments.emptyText")}
            </EmptyState>
          ) : (
            <Segments segments={segments} t={t} format={format} />
          )}
        </>
      ),
    };
  });
}
