import { listOf } from "@/assembly/live/page";
import { openPage, type Visit } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { MyIdeas } from "@/feedback/ui/my-ideas";
import { dayOf } from "@/feedback/ui/words";
import { Announced } from "@/launch/ui/announced";
import { paths, withQuery } from "@/paths";
import { BeginAnew, CaughtUp, MarkEverything, UndoMarkEverything } from "@/posts/ui/home/caught-up";
import { Missed } from "@/posts/ui/home/missed";
import { WaitingQuestions } from "@/posts/ui/home/waiting-questions";
import { PostList } from "@/posts/ui/post-list";
import { MySpaces } from "@/spaces/ui/my-spaces";
import { StandingSentence } from "@/stages/ui/standing-sentence";
import { PageTitle, Section } from "@/ui/page-title";

/** Where the news on this page come from: hosts look after every space that they can read. */
function leadOf(t: Visit["t"], { roles, spaces }: Visit["viewer"]): string {
  if (roles.size > 0) return t("reading.home.leadTeam");
  return spaces.size > 0 ? t("reading.home.lead", { count: spaces.size }) : t("reading.home.leadAll");
}

export default async function HomePage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, format, form, back, now, timeZone }) => {
    const [news, spaces, ideas] = await Promise.all([
      api.reading.home({ after }),
      api.spaces.list({ take: 50 }),
      api.feedback.mine({ take: 3 }),
    ]);
    const verb = { back, t, words: form };
    const end = <CaughtUp now={now} after={news.items.length > 0} t={t} format={format} />;
    return {
      title: t("reading.home.title"),
      live: listOf(spaces.items, after === undefined ? undefined : paths.home()),
      aside: (
        <>
          <Section title={t("posts.home.mySpaces")}>
            <MySpaces spaces={spaces.items} t={t} format={format} />
          </Section>
          {ideas.items.length > 0 ? (
            <Section title={t("posts.home.ideas")}>
              <MyIdeas ideas={ideas.items} today={dayOf(now, timeZone)} t={t} format={format} />
            </Section>
          ) : null}
          <Section title={t("posts.home.here")}>
            <StandingSentence t={t} standing={viewer.standing} />
            <BeginAnew {...verb} />
          </Section>
        </>
      ),
      body: (
        <>
          <PageTitle lead={leadOf(t, viewer)} actions={news.items.length > 0 ? <MarkEverything {...verb} /> : null}>
            {t("reading.home.title")}
          </PageTitle>
          <Announced t={t} stage={viewer.stage} said={news.announced} />
          {news.mayUndo ? <UndoMarkEverything {...verb} /> : null}
          <Missed missed={news.missed} format={format} {...verb} />
          {news.items.length === 0 ? null : (
            <PostList
              page={news}
              t={t}
              format={format}
              lead={after === undefined && news.missed === null}
              showSpace
              label={t("reading.home.list")}
              more={(next) => withQuery(paths.home(), { after: next })}
              end={null}
            />
          )}
          <WaitingQuestions questions={news.questions} t={t} format={format} />
          {news.next === null ? end : null}
        </>
      ),
    };
  });
}
