import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { NoticeList } from "@/notices/ui/notice-list";
import { ReadAll, TakeBack } from "@/notices/ui/read-all";
import { paths, withQuery } from "@/paths";
import { PageTitle } from "@/ui/page-title";
import { Tabs } from "@/ui/tabs";

export default async function NoticesPage({ searchParams }: { searchParams: Query }) {
  const query = await queryOf(searchParams);
  const show = query.show === "all" ? "all" : "unread";
  return openPage(async ({ api, t, format, form, back, now }) => {
    const page = await api.notices.list({ show, after: query.after });
    const common = { t, form, back };
    const isUnread = page.items.some((notice) => notice.unread);
    return {
      title: t("notices.list.title"),
      flash: query.done === undefined ? null : <TakeBack at={query.done} {...common} />,
      body: (
        <>
          <PageTitle
            lead={t("notices.list.lead")}
            actions={isUnread ? <ReadAll until={now} show={show} {...common} /> : null}
          >
            {t("notices.list.title")}
          </PageTitle>
          <Tabs
            label={t("notices.list.filter")}
            items={[
              { href: paths.notices(), label: t("notices.list.unread"), current: show === "unread" },
              {
                href: withQuery(paths.notices(), { show: "all" }),
                label: t("notices.list.all"),
                current: show === "all",
              },
            ]}
          />
          <NoticeList page={page} show={show} paged={query.after !== undefined} now={now} format={format} {...common} />
        </>
      ),
    };
  });
}
