import { openPage, refuseUnless } from "@/assembly/open-page";
import { EditIdeaForm } from "@/feedback/ui/idea-forms";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

export default async function EditIdeaPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return openPage(async ({ api, t, form, back, refused }) => {
    const idea = await api.feedback.idea({ idea: id });
    refuseUnless(idea.may.edit, idea.status === "open" ? "authorsOnly" : "ideaAnswered");
    return {
      title: t("feedback.edit.title"),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.idea(idea.id)}>{idea.title}</Link>}>
            {t("feedback.edit.title")}
          </PageTitle>
          <EditIdeaForm idea={idea} back={back} t={t} words={form} refused={refused} />
        </>
      ),
    };
  });
}
