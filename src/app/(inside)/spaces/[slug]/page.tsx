import { justRemoved } from "@/assembly/just-removed";
import { listOf } from "@/assembly/live/page";
import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths, withQuery } from "@/paths";
import { PostList } from "@/posts/ui/post-list";
import { UndoFlash } from "@/posts/ui/undo";
import { SearchEntry } from "@/search/ui/search-entry";
import { MergedInto, OfferedToYou } from "@/spaces/ui/adoption";
import { AskPlace } from "@/spaces/ui/ask-place";
import { AskedHere } from "@/spaces/ui/asked-here";
import { ColdRoom } from "@/spaces/ui/cold-room";
import { NotOpenYet, SpaceHead } from "@/spaces/ui/space-head";
import { SpaceVerbs } from "@/spaces/ui/space-verbs";
import { LeaveSpace } from "@/spaces/ui/your-place";
import { LinkButton } from "@/ui/button";

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

export default async function SpacePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { after, removed } = await queryOf(searchParams);
  return openPage(async (visit) => {
    const { api, viewer, t, format, form, back, refusedOf } = visit;
    const { space, posts, cold } = await api.posts.room({ slug, after });
    const gone = await justRemoved(visit, removed);
    const verbs = { space, back, t, words: form };
    return {
      title: space.name,
      flash:
        gone === null ? null : (
          <UndoFlash
            said={t("posts.undo.removed", { title: gone.title })}
            procedure="posts.bringBack"
            on={["post", gone.post]}
            done={gone.removedAt}
            to={paths.post(gone.post)}
            refused={refusedOf("posts.bringBack")}
            {...{ back, t, words: form }}
          />
        ),
      live: listOf([space], after === undefined ? undefined : paths.space(slug)),
      body: (
        <>
          <SpaceHead
            space={space}
            stage={viewer.stage}
            t={t}
            actions={<SpaceVerbs {...verbs} refused={refusedOf("spaces.join")} />}
          />
          <NotOpenYet space={space} stage={viewer.stage} t={t} />
          <MergedInto space={space} t={t} />
          <OfferedToYou space={space} t={t} words={form} refused={refusedOf("posts.answerRoomOffer")} />
          <ColdRoom space={space} stage={viewer.stage} cold={cold} t={t} />
          <AskedHere space={space} t={t} />
          {posts === null || posts.items.length === 0 ? null : (
            <SearchEntry t={t} place={{ slug: space.slug, name: space.name }} />
          )}
          {posts === null ? (
            <AskPlace space={space} back={back} t={t} format={format} words={form} refusedOf={refusedOf} />
          ) : (
            <PostList
              page={posts}
              t={t}
              format={format}
              label={t("posts.inSpaceList.list")}
              more={(next) => withQuery(paths.space(slug), { after: next })}
              empty={{
                title: t("posts.inSpaceList.emptyTitle"),
                text: space.may.write ? t("posts.inSpaceList.emptyText") : t("posts.inSpaceList.emptyReadOnly"),
                action: space.may.write ? (
                  <LinkButton look="primary" href={paths.compose(slug)}>
                    {t("posts.inSpaceList.emptyAction")}
                  </LinkButton>
                ) : null,
              }}
              end={<p className="quiet fine">{t("posts.inSpaceList.end")}</p>}
            />
          )}
          <div className="mt-10">
            <LeaveSpace {...verbs} refused={refusedOf("spaces.leave")} />
          </div>
        </>
      ),
    };
  });
}
