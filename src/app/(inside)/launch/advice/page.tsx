import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { AdviceRequests } from "@/launch/advice/ui/advice-requests";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { paths, withQuery } from "@/paths";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** Whom members would have inside, through a post. */
export default async function AdvicePage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, t, format, form, back, refusedOf }) => {
    const { items, next } = await api.advice.requests({ after });
    return {
      title: t("launch.advice.requests"),
      body: (
        <>
          <PageTitle lead={t("launch.advice.requestsLead")}>{t("launch.advice.requests")}</PageTitle>
          <LaunchTabs t={t} current="advice" />
          <AdviceRequests requests={items} back={back} t={t} format={format} words={form} refusedOf={refusedOf} />
          <Pager
            label={t("launch.advice.requests")}
            next={
              next === null ? null : { href: withQuery(paths.launchAdvice(), { after: next }), label: t("common.more") }
            }
          />
        </>
      ),
    };
  });
}
