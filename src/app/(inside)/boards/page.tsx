import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { BoardRow } from "@/feedback/ui/board-row";
import { IdeasTabs } from "@/feedback/ui/ideas-tabs";
import { MyIdeas } from "@/feedback/ui/my-ideas";
import { dayOf } from "@/feedback/ui/words";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { List } from "@/ui/list";
import { PageTitle, Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** How many of one's own ideas the page of boards recalls. */
const MINE_SHOWN = 10;

export default async function BoardsPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, format, timeZone, now }) => {
    const [boards, mine] = await Promise.all([
      api.feedback.listBoards({ after, take: 50 }),
      api.feedback.mine({ take: MINE_SHOWN }),
    ]);
    const runs = viewer.roles.size > 0;
    const open = runs ? (
      <LinkButton icon="add" href={paths.newBoard()} data-key="compose">
        {t("feedback.boards.new")}
      </LinkButton>
    ) : null;
    return {
      title: t("feedback.boards.title"),
      body: (
        <>
          <PageTitle lead={t("feedback.boards.lead")} actions={open}>
            {t("feedback.boards.title")}
          </PageTitle>
          <IdeasTabs t={t} current="boards" features={viewer.features} team={runs} />
          {boards.items.length === 0 ? (
            <EmptyState title={t("feedback.boards.emptyTitle")} action={open}>
              {runs ? t("feedback.boards.emptyHost") : t("feedback.boards.emptyText")}
            </EmptyState>
          ) : (
            <List label={t("feedback.boards.list")}>
              {boards.items.map((board) => (
                <BoardRow key={board.id} board={board} t={t} />
              ))}
            </List>
          )}
          <Pager
            label={t("feedback.boards.pages")}
            next={
              boards.next === null
                ? null
                : { href: withQuery(paths.boards(), { after: boards.next }), label: t("common.more") }
            }
          />
          {boards.items.length === 0 && mine.items.length === 0 ? null : (
            <Section title={t("feedback.mine.title")}>
              <MyIdeas ideas={mine.items} today={dayOf(now, timeZone)} t={t} format={format} />
            </Section>
          )}
        </>
      ),
    };
  });
}
