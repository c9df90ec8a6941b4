import { openPage } from "@/assembly/open-page";
import { CreditDeskForms } from "@/feedback/credits/ui/credit-desk";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

/** Where hosts name who shaped an idea. Each is asked how they want to be told of. */
export default async function IdeaCreditsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const desk = await api.credits.desk({ idea: id });
    const title = t("credits.desk.open");
    return {
      title,
      body: (
        <>
          <PageTitle
            kicker={<Link href={`${paths.idea(id)}#credits`}>{t("credits.desk.toIdea")}</Link>}
            lead={t("credits.desk.lead")}
          >
            {title}
          </PageTitle>
          <CreditDeskForms idea={{ id }} desk={desk} back={back} t={t} words={form} refusedOf={refusedOf} />
        </>
      ),
    };
  });
}
