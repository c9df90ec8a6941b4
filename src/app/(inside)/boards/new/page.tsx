import { openPage, refuseUnless } from "@/assembly/open-page";
import { NewBoardForm } from "@/feedback/ui/board-forms";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

export default async function NewBoardPage() {
  return openPage(async ({ api, viewer, t, form, back, refused }) => {
    refuseUnless(viewer.roles.size > 0, "hostsOnly");
    const cohorts = await api.feedback.cohorts();
    return {
      title: t("feedback.form.newTitle"),
      body: (
        <>
          <PageTitle
            kicker={<Link href={paths.boards()}>{t("feedback.boards.title")}</Link>}
            lead={t("feedback.form.newLead")}
          >
            {t("feedback.form.newTitle")}
          </PageTitle>
          <NewBoardForm cohorts={cohorts} back={back} t={t} words={form} refused={refused} />
        </>
      ),
    };
  });
}
