import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { FollowFeed } from "@/feedback/feeds/ui/follow-feed";
import { BoardHead, BoardNotice } from "@/feedback/ui/board-head";
import { BoardPace } from "@/feedback/ui/board-pace";
import { boardAddress, IdeaFilters, listOf } from "@/feedback/ui/idea-filters";
import { IdeaRow } from "@/feedback/ui/idea-row";
import { NoIdeas } from "@/feedback/ui/no-ideas";
import { VotePress } from "@/feedback/ui/vote-press";
import { dayOf } from "@/feedback/ui/words";
import { List } from "@/ui/list";
import { Pager } from "@/ui/pager";

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

export default async function BoardPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = await queryOf(searchParams);
  const list = listOf(query);
  return openPage(async ({ api, t, format, form, back, timeZone, now, refusedOf }) => {
    const { board, pace, items, next } = await api.feedback.ideas({ slug, ...list, after: query.after });
    const today = dayOf(now, timeZone);
    return {
      title: board.name,
      body: (
        <>
          <BoardHead board={board} t={t} />
          <BoardNotice board={board} t={t} />
          <BoardPace board={board} pace={pace} t={t} format={format} />
          {board.ideaCount > 0 ? <IdeaFilters board={board} list={list} t={t} /> : null}
          {items.length === 0 ? (
            <NoIdeas board={board} sorted={list.category !== undefined || list.tag !== undefined} t={t} />
          ) : null}
          <List label={t("feedback.board.ideas")}>
            {items.map((idea) => (
              <IdeaRow
                key={idea.id}
                idea={idea}
                today={today}
                t={t}
                format={format}
                press={
                  <VotePress
                    idea={idea}
                    back={back}
                    t={t}
                    words={form}
                    refused={refusedOf("feedback.vote", { idea: idea.id })}
                  />
                }
              />
            ))}
          </List>
          <Pager
            label={t("feedback.board.pages")}
            next={next === null ? null : { href: boardAddress(slug, list, next), label: t("feedback.board.more") }}
          />
          {list.show === "all" && items.length > 0 && next === null ? (
            <p className="quiet fine">{t("feedback.board.end")}</p>
          ) : null}
          <FollowFeed board={board} back={back} t={t} words={form} refusedOf={refusedOf} />
        </>
      ),
    };
  });
}
