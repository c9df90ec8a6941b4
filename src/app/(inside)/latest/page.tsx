import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths, withQuery } from "@/paths";
import { PostList } from "@/posts/ui/post-list";
import { type StillWaiting, WaitingList, whoWaits } from "@/posts/ui/waiting-list";
import { LinkButton } from "@/ui/button";
import { PageTitle } from "@/ui/page-title";

/** Everything that was written in one's spaces, read or not; or only what still waits for an answer. */
export default async function LatestPage({ searchParams }: { searchParams: Query }) {
  const { after, waiting } = await queryOf(searchParams);
  const who = whoWaits(waiting);
  if (who !== undefined) return waitingPage(who, after);
  return openPage(async ({ api, viewer, t, format }) => {
    const posts = await api.posts.feed({ after });
    const lead =
      viewer.roles.size > 0
        ? t("posts.home.leadTeam")
        : viewer.spaces.size > 0
          ? t("posts.home.lead", { count: viewer.spaces.size })
          : t("posts.home.leadAll");
    return {
      title: t("reading.latest.title"),
      body: (
        <>
          <PageTitle lead={lead}>{t("reading.latest.title")}</PageTitle>
          <PostList
            page={posts}
            t={t}
            format={format}
            showSpace
            label={t("posts.home.list")}
            more={(next) => withQuery(paths.latest(), { after: next })}
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

/** What a gate on answers counts as open, for whoever goes and answers it. */
function waitingPage(who: StillWaiting, after: string | undefined) {
  return openPage(async ({ api, t, format }) => {
    const posts = await api.posts.feed({ after, waiting: who });
    return { title: t(`reading.waiting.${who}`), body: <WaitingList who={who} page={posts} t={t} format={format} /> };
  });
}
