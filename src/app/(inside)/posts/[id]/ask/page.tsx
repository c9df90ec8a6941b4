import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { AskAdvice, FindSomebody } from "@/launch/advice/ui/ask-advice";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** How many of those found are offered. */
const FOUND = 8;

/** Asking somebody for their advice on a post: a colleague who is inside, or one who should be. */
export default async function AskAdvicePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { who = "" } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, form, back, refusedOf }) => {
    const post = await api.posts.one({ post: id });
    const address = /^[^\s@]+@[^\s@]+$/.test(who.trim()) ? who.trim().toLowerCase() : null;
    const search = who.trim().slice(0, 100);
    const found = search === "" || address !== null ? [] : (await api.members.directory({ search, take: FOUND })).items;
    return {
      title: t("launch.advice.title"),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.post(post.id)}>{post.title}</Link>} lead={t("launch.advice.lead")}>
            {t("launch.advice.title")}
          </PageTitle>
          <FindSomebody postId={post.id} who={who} t={t} />
          {search === "" ? null : (
            <AskAdvice
              postId={post.id}
              found={found.filter((one) => one.id !== viewer.id)}
              address={address}
              team={viewer.roles.size > 0}
              back={back}
              t={t}
              words={form}
              refused={refusedOf("advice.ask")}
            />
          )}
        </>
      ),
    };
  });
}
