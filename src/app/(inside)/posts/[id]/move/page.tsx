import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths } from "@/paths";
import { MoveForm } from "@/posts/ui/move-form";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function MovePostPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { to } = await queryOf(searchParams);
  return openPage(async ({ api, t, form, back, refused }) => {
    const { title, ...move } = await api.posts.moveTo({ post: id, to });
    return {
      title: t("posts.move.title"),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.post(id)}>{title}</Link>} lead={t("posts.move.lead")}>
            {t("posts.move.title")}
          </PageTitle>
          <MoveForm postId={id} move={move} back={back} t={t} words={form} refused={refused} />
        </>
      ),
    };
  });
}
