import { openPage } from "@/assembly/open-page";
import { NeededForm, Workbench } from "@/feedback/previews/ui/workbench";
import { IdeasTabs } from "@/feedback/ui/ideas-tabs";
import { PageTitle } from "@/ui/page-title";

/** What is asked for, tried, there for all, and thrown away. */
export default async function WorkbenchPage() {
  return openPage(async ({ api, viewer, t, format, form, back, refusedOf }) => {
    const bench = await api.previews.workbench();
    const title = t("previews.bench.title");
    const common = { bench, back, t, format, words: form, refusedOf };
    return {
      title,
      body: (
        <>
          <PageTitle lead={t("previews.bench.lead")}>{title}</PageTitle>
          <IdeasTabs t={t} current="workbench" features={viewer.features} team={viewer.roles.size > 0} />
          <Workbench {...common} />
          <NeededForm {...common} />
        </>
      ),
    };
  });
}
