import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths, withQuery } from "@/paths";
import { RequestRow } from "@/spaces/ui/request-row";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { List } from "@/ui/list";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

export default async function SpaceRequestsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, t, format, form, back, refusedOf }) => {
    const { space, items, next } = await api.spaces.requests({ slug, after });
    const self = paths.spaceRequests(slug);
    return {
      title: t("spaces.requests.title", { space: space.name }),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.space(slug)}>{space.name}</Link>} lead={t("spaces.requests.lead")}>
            {t("spaces.requests.tab")}
          </PageTitle>
          {space.visibility !== "request" && items.length > 0 ? (
            <p className="quiet mb-4">{t("spaces.requests.silent")}</p>
          ) : null}
          {items.length === 0 ? (
            <EmptyState title={t("spaces.requests.emptyTitle")}>{t("spaces.requests.emptyText")}</EmptyState>
          ) : (
            <List label={t("spaces.requests.list")}>
              {items.map((request) => (
                <RequestRow
                  key={request.id}
                  request={request}
                  back={back}
                  t={t}
                  format={format}
                  words={form}
                  refused={refusedOf("spaces.answer", { request: request.id })}
                />
              ))}
            </List>
          )}
          <Pager
            label={t("spaces.requests.pages")}
            next={next === null ? null : { href: withQuery(self, { after: next }), label: t("common.more") }}
          />
        </>
      ),
    };
  });
}
