import { openPage, refuseUnless } from "@/assembly/open-page";
import { paths } from "@/paths";
import { placesOfDrafts } from "@/posts/ui/draft-place";
import { EditPostForm } from "@/posts/ui/post-forms";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

export default async function EditPostPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return openPage(async ({ api, t, form, back, refused, timeZone }) => {
    const post = await api.posts.one({ post: id });
    refuseUnless(post.may.edit, "authorsOnly");
    const known = await api.posts.draft({ place: placesOfDrafts.edit(post.id) });
    return {
      title: t("posts.edit.title"),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.post(post.id)}>{post.title}</Link>}>{t("posts.edit.title")}</PageTitle>
          <EditPostForm post={post} zone={timeZone} known={known} back={back} t={t} words={form} refused={refused} />
        </>
      ),
    };
  });
}
