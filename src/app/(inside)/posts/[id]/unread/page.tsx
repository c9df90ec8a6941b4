import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { PersonRow } from "@/members/ui/person-row";
import { paths, withQuery } from "@/paths";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { List } from "@/ui/list";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function UnreadPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, t }) => {
    const { title, readers, seen, items, next } = await api.posts.unreadBy({ post: id, after });
    return {
      title: t("posts.seen.title"),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.post(id)}>{title}</Link>} lead={t("posts.seen.lead", { seen, readers })}>
            {t("posts.seen.title")}
          </PageTitle>
          {items.length === 0 ? (
            <EmptyState title={t("posts.seen.allTitle")}>{t("posts.seen.allText")}</EmptyState>
          ) : (
            <List tight label={t("posts.seen.list")}>
              {items.map((person) => (
                <PersonRow key={person.id} person={person} t={t} />
              ))}
            </List>
          )}
          {next === null ? null : (
            <Pager
              label={t("posts.seen.list")}
              next={{ href: withQuery(paths.unreadBy(id), { after: next }), label: t("posts.seen.more") }}
            />
          )}
        </>
      ),
    };
  });
}
