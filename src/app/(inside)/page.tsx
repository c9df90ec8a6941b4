import { openPage, type Visit } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { MyIdeas } from "@/feedback/ui/my-ideas";
import { dayOf } from "@/feedback/ui/words";
import { paths, withQuery } from "@/paths";
import { PostList } from "@/posts/ui/post-list";
import { MySpaces } from "@/spaces/ui/my-spaces";
import { StandingSentence } from "@/stages/ui/standing-sentence";
import { LinkButton } from "@/ui/button";
import { PageTitle, Section } from "@/ui/page-title";

/** Where the posts on this page come from: hosts look after every space that they can read. */
function leadOf(t: Visit["t"], { roles, spaces }: Visit["viewer"]): string {
  if (roles.size > 0) return t("posts.home.leadTeam");
  return spaces.size > 0 ? t("posts.home.lead", { count: spaces.size }) : t("posts.home.leadAll");
}

export default async function HomePage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, format, now, timeZone }) => {
    const [posts, spaces, ideas] = await Promise.all([
      api.posts.feed({ after }),
      api.spaces.list({ take: 50 }),
      api.feedback.mine({ take: 3 }),
    ]);
    return {
      title: t("posts.home.title"),
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
          </Section>
        </>
      ),
      body: (
        <>
          <PageTitle lead={leadOf(t, viewer)}>{t("posts.home.title")}</PageTitle>
          <PostList
            page={posts}
            t={t}
            format={format}
            lead={after === undefined}
            showSpace
            label={t("posts.home.list")}
            more={(next) => withQuery(paths.home(), { after: next })}
            empty={{
              title: t("posts.home.emptyTitle"),
              text: t("posts.home.emptyText"),
              action: (
                <LinkButton look="primary" href={paths.spaces()}>
                  {t("posts.home.emptyAction")}
                </LinkButton>
              ),
            }}
            end={
              <>
                <p className="font-semibold">{t("posts.home.end")}</p>
                <p className="quiet">{t("posts.home.endText")}</p>
              </>
            }
          />
        </>
      ),
    };
  });
}
