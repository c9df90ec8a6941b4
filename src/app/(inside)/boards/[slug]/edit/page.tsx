import { openPage, refuseUnless } from "@/assembly/open-page";
import { ArchiveBoardForm, EditBoardForm } from "@/feedback/ui/board-forms";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";

export default async function EditBoardPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const board = await api.feedback.boardBySlug({ slug });
    refuseUnless(board.may.run, "hostsOnly");
    const common = { board, back, t, words: form };
    const title = t("feedback.form.editTitle", { board: board.name });
    return {
      title,
      body: (
        <>
          <PageTitle kicker={<Link href={paths.board(slug)}>{board.name}</Link>}>{title}</PageTitle>
          <EditBoardForm {...common} refused={refusedOf("feedback.editBoard")} />
          <Section title={t("feedback.form.archiveTitle")}>
            <ArchiveBoardForm {...common} refused={refusedOf("feedback.archiveBoard")} />
          </Section>
        </>
      ),
    };
  });
}
