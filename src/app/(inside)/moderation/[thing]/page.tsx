import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths } from "@/paths";
import { CaseSheet } from "@/privacy/moderation/ui/case-sheet";
import { Decide } from "@/privacy/moderation/ui/decide";
import { thingWords } from "@/privacy/moderation/ui/words-of-thing";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

type Props = { params: Promise<{ thing: string }>; searchParams: Query };

/** Words that somebody reported, or that a host looks at by themselves: what there is to know, and what can be done. */
export default async function ModeratedPage({ params, searchParams }: Props) {
  const { thing } = await params;
  const { done } = await queryOf(searchParams);
  return openPage(async ({ api, t, format, form, refusedOf }) => {
    const one = await api.moderation.case({ thing });
    const title = thingWords(t, one);
    return {
      title,
      flash: done === "yes" ? t("moderation.case.done") : null,
      body: (
        <>
          <PageTitle
            kicker={<Link href={paths.moderation()}>{t("moderation.queue.title")}</Link>}
            meta={<span>{one.place}</span>}
          >
            {title}
          </PageTitle>
          <CaseSheet one={one} t={t} format={format} />
          <Decide
            key={one.acts.length}
            one={one}
            path={paths.moderated(one.id)}
            t={t}
            words={form}
            refusedOf={refusedOf}
          />
        </>
      ),
    };
  });
}
