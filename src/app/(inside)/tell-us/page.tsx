import { openPage, type Visit } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { NoteForm } from "@/feedback/telling/ui/note-form";
import { OwnNotes } from "@/feedback/telling/ui/own-notes";
import { pageName, tellAddress, toldFrom, toSearch, WAYS, type Way, wayOf } from "@/feedback/telling/ui/place";
import { ToldIdeaForm } from "@/feedback/telling/ui/told-idea-form";
import { FoundIdeas, IdeaSearch } from "@/feedback/telling/ui/vote-finder";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page-title";
import { Tabs } from "@/ui/tabs";

/** So many boards stand in the choice. */
const BOARDS_MAX = 50;

type Asked = {
  page: ReturnType<typeof toldFrom>;
  way: Way;
  board: string | undefined;
  idea: string | undefined;
  q: string;
};

/** Where somebody says something about the page that they came from. */
export default async function TellUsPage({ searchParams }: { searchParams: Query }) {
  const { after, as, board, done, from, idea, q = "", title: pageTitle } = await queryOf(searchParams);
  const page = toldFrom({ from, pageTitle });
  const way = wayOf(as);
  return openPage(async (visit) => {
    const { api, t, format } = visit;
    const [own, form] = await Promise.all([
      api.telling.mine({ after }),
      formFor(visit, { page, way, board, idea, q: toSearch(q) }),
    ]);
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
          {form}
          <OwnNotes list={own} paged={after !== undefined} page={page} t={t} format={format} />
        </>
      ),
    };
  });
}

/** The form of the way that was chosen, or why there is none. */
async function formFor(visit: Visit, asked: Asked) {
  const { api, t, form: words, back, refusedOf } = visit;
  const { page, way, q } = asked;
  const common = { page, back, t, words };
  if (way === "note") return <NoteForm {...common} refused={refusedOf("telling.tell")} />;
  const boards = (await api.feedback.listBoards({ take: BOARDS_MAX })).items.filter(({ may }) => may.suggest);
  const board = (boards.find(({ id }) => id === asked.board) ?? boards[0])?.id;
  if (board === undefined) return <EmptyState title={t("tellUs.idea.none")}>{t("tellUs.idea.noneText")}</EmptyState>;
  if (way === "vote") return votingFor(visit, asked, { boards, board });
  const refused = refusedOf("telling.suggest");
  return <ToldIdeaForm {...common} boards={boards} board={board} title={q} refused={refused} />;
}

type Choice = Pick<Parameters<typeof IdeaSearch>[0], "boards" | "board">;

/** The search for an idea, and what it found: the one that the address names, or those with the words that were typed. */
async function votingFor(visit: Visit, { page, q, idea }: Asked, { boards, board }: Choice) {
  const { api, t, form: words, back, refusedOf } = visit;
  const named = idea === undefined ? null : await api.feedback.idea({ idea });
  const search = <IdeaSearch page={page} boards={boards} board={named?.board.id ?? board} q={q} t={t} />;
  if (named === null && q === "") return search;
  const found = named === null ? await api.feedback.similar({ board, text: q }) : [named];
  return (
    <>
      {search}
      <FoundIdeas
        {...{ page, back, t, words, found }}
        chosen={idea}
        asked={{ board, q }}
        refused={refusedOf("feedback.vote")}
      />
    </>
  );
}
