import { openPage, refuseUnless } from "@/assembly/open-page";
import { EditIdeaForm } from "@/feedback/ui/idea-forms";
import { paths } from "@/paths";
import { placesOfDrafts } from "@/posts/ui/draft-place";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

export default async function EditIdeaPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return openPage(async ({ api, t, form, back, refused }) => {
    const idea = await api.feedback.idea({ idea: id });
    refuseUnless(idea.may.edit, idea.status === "open" ? "authorsOnly" : "ideaAnswered");
    const known = await api.posts.draft({ place: placesOfDrafts.edit(idea.id) });
    return {
      title: t("feedback.edit.title"),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.idea(idea.id)}>{idea.title}</Link>}>
            {t("feedback.edit.title")}
          </PageTitle>
          <EditIdeaForm idea={idea} known={known} back={back} t={t} words={form} refused={refused} />
        </>
      ),
    };
  });
}
