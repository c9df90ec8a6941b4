import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { AnswerForm } from "@/feedback/desk/ui/answer-form";
import { DeskFilters, DeskTabs, DeskViews, deskAddress, deskFile, deskListOf } from "@/feedback/desk/ui/desk-filters";
import { DeskKeys, NothingOnDesk, Waiting } from "@/feedback/desk/ui/desk-head";
import { DeskRow } from "@/feedback/desk/ui/desk-row";
import { WeighForm } from "@/feedback/desk/ui/weigh-form";
import { IdeasTabs } from "@/feedback/ui/ideas-tabs";
import { dayOf } from "@/feedback/ui/words";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { List } from "@/ui/list";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

/** What waits for the hosts, on all boards. */
export default async function DeskPage({ searchParams }: { searchParams: Query }) {
  const { after, answer, weigh, ...query } = await queryOf(searchParams);
  const list = deskListOf(query);
  return openPage(async ({ api, viewer, t, format, form, back, timeZone, now, refusedOf }) => {
    const desk = await api.desk.open({ ...list, after });
    const today = dayOf(now, timeZone);
    const close = deskAddress(list, { after });
    const common = { back, t, words: form };
    const title = t("ideas.desk.title");
    return {
      title,
      wide: true,
      body: (
        <>
          <PageTitle
            lead={t("ideas.desk.lead")}
            actions={
              <>
                <LinkButton href={paths.boardsNotes()}>{t("tellUs.desk.open")}</LinkButton>
                <LinkButton href={paths.boardsDoubles()}>{t("ideas.desk.doubles")}</LinkButton>
                <a className="button" data-look="quiet" href={deskFile(list)} download>
                  {t("ideas.desk.export")}
                </a>
              </>
            }
          >
            {title}
          </PageTitle>
          <IdeasTabs t={t} current="desk" features={viewer.features} team />
          <Waiting people={desk.waiting} t={t} />
          <DeskTabs list={list} counts={desk.counts} t={t} />
          <DeskFilters list={list} boards={desk.boards} t={t} />
          <DeskViews list={list} views={desk.views} refusedOf={refusedOf} {...common} />
          {desk.items.length === 0 ? <NothingOnDesk list={list} t={t} /> : <DeskKeys on={viewer.comfort.keys} t={t} />}
          <List label={t("ideas.desk.list")}>
            {desk.items.map((idea) => {
              const asking = (verb: "answer" | "weigh") => `${deskAddress(list, { after, [verb]: idea.id })}#desk-form`;
              const shown = { close, today, ...common, back: asking(answer === idea.id ? "answer" : "weigh") };
              const named = { idea: idea.id };
              const below =
                answer === idea.id && idea.status !== "merged" ? (
                  <div id="desk-form" className="scroll-mt-4">
                    <AnswerForm
                      idea={idea}
                      from={idea.status}
                      to={idea.status}
                      refused={refusedOf("feedback.move", named)}
                      {...shown}
                    />
                  </div>
                ) : weigh === idea.id ? (
                  <div id="desk-form" className="scroll-mt-4">
                    <WeighForm idea={idea} refused={refusedOf("desk.weigh", named)} {...shown} />
                  </div>
                ) : null;
              return (
                <DeskRow key={idea.id} idea={idea} asking={asking} form={below} today={today} t={t} format={format} />
              );
            })}
          </List>
          <Pager
            label={t("ideas.desk.pages")}
            next={
              desk.next === null ? null : { href: deskAddress(list, { after: desk.next }), label: t("ideas.desk.more") }
            }
          />
        </>
      ),
    };
  });
}
