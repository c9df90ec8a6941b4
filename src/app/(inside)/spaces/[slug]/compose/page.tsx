import { openPage, refuseUnless } from "@/assembly/open-page";
import { paths } from "@/paths";
import { placesOfDrafts } from "@/posts/ui/draft-place";
import { Markdown } from "@/posts/ui/markdown";
import { NewPostForm } from "@/posts/ui/post-forms";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

export default async function ComposePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return openPage(async ({ api, t, form, back, refused, timeZone }) => {
    const { space, guidelines } = await api.spaces.about({ slug });
    refuseUnless(space.may.write, space.archivedAt === null ? "askAnOwner" : "spaceArchived");
    const known = await api.posts.draft({ place: placesOfDrafts.newPost(space.id) });
    return {
      title: t("posts.compose.tab"),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.space(slug)}>{space.name}</Link>}>
            {t("posts.compose.title", { space: space.name })}
          </PageTitle>
          {guidelines === "" ? null : (
            <details className="mb-6">
              <summary>{t("spaces.about.compose")}</summary>
              <Markdown text={guidelines} t={t} />
            </details>
          )}
          <NewPostForm
            space={{ id: space.id, name: space.name }}
            announces={space.may.run}
            known={known}
            zone={timeZone}
            back={back}
            t={t}
            words={form}
            refused={refused}
          />
        </>
      ),
    };
  });
}
