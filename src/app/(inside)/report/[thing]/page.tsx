import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths } from "@/paths";
import { ReportForm } from "@/privacy/moderation/ui/report-form";
import { placeOfThing, thingWords } from "@/privacy/moderation/ui/words-of-thing";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

type Props = { params: Promise<{ thing: string }>; searchParams: Query };

/** Bringing words to the hosts. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { thing: id } = await params;
  const { sent } = await queryOf(searchParams);
  return openPage(async ({ api, t, form, refusedOf }) => {
    const thing = await api.moderation.reportable({ thing: id });
    return {
      title: t("moderation.report.title"),
      flash: sent === "yes" && thing.reported ? t("moderation.report.done") : null,
      body: (
        <>
          <PageTitle
            kicker={<Link href={placeOfThing(thing)}>{thingWords(t, thing)}</Link>}
            lead={t("moderation.report.lead", { name: thing.author.displayName })}
          >
            {t("moderation.report.title")}
          </PageTitle>
          <ReportForm
            thing={thing}
            back={paths.report(thing.id)}
            t={t}
            words={form}
            refused={refusedOf("moderation.report")}
          />
        </>
      ),
    };
  });
}
