import { openPage } from "@/assembly/open-page";
import { MissedForm, NeverAsked } from "@/launch/ui/missed-form";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";

/** The one question to members: whether they would miss the place. */
export default function QuestionPage() {
  return openPage(async ({ api, t, format, form, refusedOf }) => {
    const { open, never } = await api.readiness.question();
    const home = <LinkButton href={paths.home()}>{t("launch.question.home")}</LinkButton>;
    return {
      title: t("launch.question.title"),
      body:
        open === null || open.hasAnswered ? (
          <>
            <PageTitle>{t("launch.question.title")}</PageTitle>
            <EmptyState title={t(open ? "launch.question.thanks" : "launch.question.none")} action={home}>
              {t(open ? "launch.question.thanksText" : "launch.question.noneText")}
            </EmptyState>
            <NeverAsked t={t} words={form} never={never} />
          </>
        ) : (
          <>
            <PageTitle lead={t("launch.question.lead", { date: format.date(open.closesAt) })}>
              {t("launch.question.title")}
            </PageTitle>
            <MissedForm t={t} words={form} refused={refusedOf("readiness.answerQuestion")} />
            <NeverAsked t={t} words={form} never={never} />
          </>
        ),
    };
  });
}
