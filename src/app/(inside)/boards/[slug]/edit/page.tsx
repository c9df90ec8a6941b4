import { openPage, refuseUnless } from "@/assembly/open-page";
import { ArchiveBoardForm, EditBoardForm } from "@/feedback/ui/board-forms";
import { BoardLabels } from "@/feedback/ui/label-forms";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";

export default async function EditBoardPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const board = await api.feedback.boardBySlug({ slug });
    refuseUnless(board.may.run, "hostsOnly");
    const cohorts = await api.feedback.cohorts();
    const common = { board, back, t, words: form };
    const title = t("feedback.form.editTitle", { board: board.name });
    return {
      title,
      body: (
        <>
          <PageTitle kicker={<Link href={paths.board(slug)}>{board.name}</Link>}>{title}</PageTitle>
          <EditBoardForm {...common} cohorts={cohorts} refused={refusedOf("feedback.editBoard")} />
          <div id="labels" className="scroll-mt-4">
            <Section title={t("feedback.labels.title")}>
              <BoardLabels {...common} refusedOf={refusedOf} />
            </Section>
          </div>
          <Section title={t("feedback.form.archiveTitle")}>
            <ArchiveBoardForm {...common} refused={refusedOf("feedback.archiveBoard")} />
          </Section>
        </>
      ),
    };
  });
}
