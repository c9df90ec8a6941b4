import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { stateWords } from "@/feedback/changelog/ui/desk";
import { EntryForm, EntryStanding } from "@/feedback/changelog/ui/entry-form";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** An entry of the changelog as hosts work on it: its words, its ideas, and when it is there. */
export default async function EditEntryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = await queryOf(searchParams);
  return openPage(async ({ api, t, format, form, back, timeZone, refusedOf }) => {
    const [entry, linkable] = await Promise.all([api.changelog.entry({ entry: id }), api.changelog.linkable()]);
    const title = t("changelog.form.editTitle");
    const common = { back, t, words: form };
    return {
      title,
      flash: done === "saved" ? t("changelog.form.saved") : null,
      body: (
        <>
          <PageTitle
            kicker={<Link href={paths.changelog()}>{t("feedback.news.title")}</Link>}
            meta={<span>{stateWords(t, format, entry)}</span>}
          >
            {title}
          </PageTitle>
          <EntryForm entry={entry} linkable={linkable} refused={refusedOf("changelog.edit")} {...common} />
          <EntryStanding entry={entry} timeZone={timeZone} format={format} refusedOf={refusedOf} {...common} />
        </>
      ),
    };
  });
}
