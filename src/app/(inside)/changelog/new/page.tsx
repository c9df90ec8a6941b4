import { openPage } from "@/assembly/open-page";
import { EntryForm } from "@/feedback/changelog/ui/entry-form";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

/** A new entry of the changelog, a draft at first. */
export default async function NewEntryPage() {
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const linkable = await api.changelog.linkable();
    const title = t("changelog.form.newTitle");
    return {
      title,
      body: (
        <>
          <PageTitle kicker={<Link href={paths.changelog()}>{t("feedback.news.title")}</Link>}>{title}</PageTitle>
          <EntryForm
            entry={null}
            linkable={linkable}
            back={back}
            t={t}
            words={form}
            refused={refusedOf("changelog.write")}
          />
        </>
      ),
    };
  });
}
