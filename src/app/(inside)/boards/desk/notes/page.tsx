import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { DeskNoteRow } from "@/feedback/telling/ui/desk-note-row";
import { DESK_TABS, notesAddress, shownOf } from "@/feedback/telling/ui/place";
import { paths } from "@/paths";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { List } from "@/ui/list";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import { Tabs } from "@/ui/tabs";

/** What members told the hosts alone. */
export default async function NotesPage({ searchParams }: { searchParams: Query }) {
  const { after, ...query } = await queryOf(searchParams);
  const show = shownOf(query);
  return openPage(async ({ api, t, format, form: words, back, refusedOf }) => {
    const desk = await api.telling.desk({ show, after });
    const title = t("tellUs.desk.title");
    return {
      title,
      body: (
        <>
          <PageTitle
            kicker={<Link href={paths.boardsDesk()}>{t("ideas.desk.title")}</Link>}
            lead={t("tellUs.desk.lead")}
          >
            {title}
          </PageTitle>
          <Tabs
            label={t("tellUs.desk.tabs")}
            items={DESK_TABS.map((state) => ({
              href: notesAddress(state),
              label: t(`tellUs.desk.tab.${state}`),
              count: desk.counts[state],
              current: state === show,
            }))}
          />
          {desk.items.length > 0 ? null : show === "open" ? (
            <EmptyState title={t("tellUs.desk.empty")}>{t("tellUs.desk.emptyText")}</EmptyState>
          ) : (
            <p className="quiet py-5">{t("tellUs.desk.emptyShown")}</p>
          )}
          <List label={t("tellUs.desk.list")}>
            {desk.items.map((note) => (
              <DeskNoteRow key={note.id} {...{ note, back, t, format, words, refusedOf }} boards={desk.boards} />
            ))}
          </List>
          <Pager
            label={t("tellUs.mine.more")}
            next={
              desk.next === null
                ? null
                : { href: notesAddress(show, { after: desk.next }), label: t("tellUs.desk.more") }
            }
          />
        </>
      ),
    };
  });
}
