import { openPage } from "@/assembly/open-page";
import { PairRow } from "@/feedback/desk/ui/pair-row";
import { paths } from "@/paths";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { List } from "@/ui/list";
import { PageTitle } from "@/ui/page-title";

/** Pairs of ideas that may be one. */
export default async function DoublesPage() {
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const pairs = await api.desk.pairs();
    const title = t("ideas.doubles.title");
    return {
      title,
      body: (
        <>
          <PageTitle
            kicker={<Link href={paths.boardsDesk()}>{t("ideas.desk.title")}</Link>}
            lead={t("ideas.doubles.lead")}
          >
            {title}
          </PageTitle>
          {pairs.length === 0 ? (
            <EmptyState title={t("ideas.doubles.emptyTitle")}>{t("ideas.doubles.emptyText")}</EmptyState>
          ) : (
            <List label={t("ideas.doubles.list")}>
              {pairs.map((pair) => (
                <PairRow
                  key={`${pair.one.id} ${pair.into.id}`}
                  pair={pair}
                  back={back}
                  t={t}
                  words={form}
                  refusedOf={refusedOf}
                />
              ))}
            </List>
          )}
        </>
      ),
    };
  });
}
