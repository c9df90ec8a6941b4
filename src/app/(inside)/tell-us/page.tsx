import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { toldPage } from "@/feedback/telling/shape";
import { NoteForm } from "@/feedback/telling/ui/note-form";
import { OwnNotes } from "@/feedback/telling/ui/own-notes";
import { pageName, tellAddress, WAYS, wayOf } from "@/feedback/telling/ui/place";
import { ToldIdeaForm } from "@/feedback/telling/ui/told-idea-form";
import { FoundIdeas, IdeaSearch } from "@/feedback/telling/ui/vote-finder";
import { TITLE_MAX } from "@/posts/shape";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";
import { Tabs } from "@/ui/tabs";

/** So many boards stand in the choice. */
const BOARDS_MAX = 50;

/** Where somebody says something about the page that they came from. */
export default async function TellUsPage({ searchParams }: { searchParams: Query }) {
  const { after, as, board, done, from, idea, q = "", title: pageTitle } = await queryOf(searchParams);
  const page = toldPage.parse({ from, pageTitle });
  const way = wayOf(as);
  const typed = q.slice(0, TITLE_MAX);
  return openPage(async ({ api, t, format, form: words, back, refusedOf }) => {
    const [own, all] = await Promise.all([
      api.telling.mine({ after }),
      way === "note" ? null : api.feedback.listBoards({ take: BOARDS_MAX }),
    ]);
    const boards = (all?.items ?? []).filter(({ may }) => may.suggest);
    const chosen = (boards.find(({ id }) => id === board) ?? boards[0])?.id;
    const named = way === "vote" && idea !== undefined ? await api.feedback.idea({ idea }) : null;
    const looks = way === "vote" && named === null && chosen !== undefined && typed !== "";
    const found = looks ? await api.feedback.similar({ board: chosen, text: typed }) : [];
    const common = { page, back, t, words };
    const title = t("tellUs.title");
    return {
      title,
      flash: done === "note" ? t("tellUs.note.done") : null,
      body: (
        <>
          <PageTitle lead={t("tellUs.lead")}>{title}</PageTitle>
          <p className="mb-4 break-words">
            {page.from === ""
              ? t("tellUs.pageNone")
              : t("tellUs.page", { page: pageName({ pagePath: page.from, pageTitle: page.pageTitle }) })}
          </p>
          <Tabs
            label={t("tellUs.tabs")}
            items={WAYS.map((one) => ({
              href: tellAddress(page, { as: one === "note" ? null : one }),
              label: t(`tellUs.tab.${one}`),
              current: one === way,
            }))}
          />
          {way === "note" ? <NoteForm {...common} refused={refusedOf("telling.tell")} /> : null}
          {way !== "note" && chosen === undefined ? (
            <EmptyState title={t("tellUs.idea.none")}>{t("tellUs.idea.noneText")}</EmptyState>
          ) : null}
          {way === "idea" && chosen !== undefined ? (
            <ToldIdeaForm
              {...common}
              boards={boards}
              board={chosen}
              title={typed}
              refused={refusedOf("telling.suggest")}
            />
          ) : null}
          {way === "vote" && chosen !== undefined ? (
            <>
              <IdeaSearch page={page} boards={boards} board={named?.board.id ?? chosen} q={typed} t={t} />
              {looks || named !== null ? (
                <FoundIdeas
                  {...common}
                  found={named === null ? found : [named]}
                  chosen={idea}
                  asked={{ board: chosen, q: typed }}
                  refused={refusedOf("feedback.vote")}
                />
              ) : null}
            </>
          ) : null}
          <OwnNotes list={own} paged={after !== undefined} page={page} t={t} format={format} />
        </>
      ),
    };
  });
}
