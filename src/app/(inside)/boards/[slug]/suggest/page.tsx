import { openPage, refuseUnless } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { ForWhom } from "@/feedback/ui/for-whom";
import { SuggestForm } from "@/feedback/ui/idea-forms";
import { paths } from "@/paths";
import { placesOfDrafts } from "@/posts/ui/draft-place";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

const FOUND_MAX = 10;

export default async function SuggestPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { search = "", for: whose } = await queryOf(searchParams);
  return openPage(async ({ api, t, form, back, refused }) => {
    const board = await api.feedback.boardBySlug({ slug });
    refuseUnless(board.may.suggest, board.archivedAt === null ? "boardSuggestClosed" : "boardArchived");
    const known = await api.posts.draft({ place: placesOfDrafts.newIdea(board.id) });
    const forOthers = board.may.suggestForOthers;
    const author = forOthers && whose !== undefined ? await api.members.profile({ person: whose }) : null;
    const found = forOthers && search !== "" ? (await api.members.directory({ search, take: FOUND_MAX })).items : [];
    return {
      title: t("feedback.suggest.tab"),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.board(slug)}>{board.name}</Link>} lead={t("feedback.suggest.lead")}>
            {t("feedback.suggest.title")}
          </PageTitle>
          {forOthers ? <ForWhom slug={slug} author={author} search={search} found={found} t={t} /> : null}
          <SuggestForm board={board} author={author} known={known} back={back} t={t} words={form} refused={refused} />
        </>
      ),
    };
  });
}
