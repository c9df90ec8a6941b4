import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths, withQuery } from "@/paths";
import { CaseRow } from "@/privacy/moderation/ui/case-row";
import { EmptyState } from "@/ui/empty-state";
import { List } from "@/ui/list";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import { Tabs } from "@/ui/tabs";

/** The desk of those who look after what is written: what waits, and what was settled. */
export default async function ModerationPage({ searchParams }: { searchParams: Query }) {
  const { after, show } = await queryOf(searchParams);
  const settled = show === "settled";
  return openPage(async ({ api, t, format }) => {
    const page = await api.moderation.cases({ after, show: settled ? "settled" : "open" });
    const self = paths.moderation();
    const which = settled
      ? ({ title: "none", text: "noneText" } as const)
      : ({ title: "empty", text: "emptyText" } as const);
    return {
      title: t("moderation.queue.title"),
      body: (
        <>
          <PageTitle lead={t("moderation.queue.lead")}>{t("moderation.queue.title")}</PageTitle>
          <Tabs
            label={t("moderation.queue.tabs")}
            items={[
              { href: self, label: t("moderation.queue.open"), current: !settled },
              { href: withQuery(self, { show: "settled" }), label: t("moderation.queue.settled"), current: settled },
            ]}
          />
          {page.items.length === 0 ? (
            <EmptyState title={t(`moderation.queue.${which.title}`)}>{t(`moderation.queue.${which.text}`)}</EmptyState>
          ) : (
            <List label={t("moderation.queue.list")}>
              {page.items.map((one) => (
                <CaseRow key={one.id} one={one} t={t} format={format} />
              ))}
            </List>
          )}
          <Pager
            label={t("moderation.queue.pages")}
            next={
              page.next === null
                ? null
                : {
                    href: withQuery(self, { show: settled ? "settled" : null, after: page.next }),
                    label: t("common.more"),
                  }
            }
          />
        </>
      ),
    };
  });
}
