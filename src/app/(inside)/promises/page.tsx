import { featureNote } from "@/assembly/feature-note";
import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { IdeasTabs } from "@/feedback/ui/ideas-tabs";
import { PromiseSection, statesOf } from "@/feedback/ui/promises";
import { paths, withQuery } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** How many promises of each kind the page of all of them shows. */
const EACH = 10;

/** What we said, and what we did: each promised day with its name, its words, and what came of it. */
export default async function PromisesPage({ searchParams }: { searchParams: Query }) {
  const { show, after } = await queryOf(searchParams);
  const states = statesOf(show);
  const only = states.length === 1;
  return openPage(async (visit) => {
    const { api, viewer, t, format } = visit;
    const note = await featureNote(visit, "promises");
    const kinds = await Promise.all(
      states.map(async (state) => ({
        state,
        ...(await api.feedback.promises(only ? { show: state, after, take: 50 } : { show: state, take: EACH })),
      })),
    );
    const next = only ? (kinds[0]?.next ?? null) : null;
    const here = paths.promises();
    const title = t("feedback.promises.title");
    return {
      title,
      body: (
        <>
          <PageTitle lead={t("feedback.promises.lead")}>{title}</PageTitle>
          <IdeasTabs t={t} current="promises" features={viewer.features} team={viewer.roles.size > 0} />
          {note}
          {kinds.map((kind) => (
            <PromiseSection
              key={kind.state}
              state={kind.state}
              promises={kind.items}
              more={!only && kind.next !== null}
              t={t}
              format={format}
            />
          ))}
          <Pager
            label={t("feedback.promises.pages")}
            next={next === null ? null : { href: withQuery(here, { show, after: next }), label: t("common.more") }}
          />
          {only ? (
            <p className="mt-4">
              <Link href={here}>{t("feedback.promises.back")}</Link>
            </p>
          ) : null}
        </>
      ),
    };
  });
}
