import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { Course } from "@/feedback/moving/ui/course";
import { paths } from "@/paths";
import { HistorySheet } from "@/posts/history/ui/history-sheet";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function IdeaHistoryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const asked = await queryOf(searchParams);
  const { comment, after } = asked;
  return openPage(async ({ api, t, format }) => {
    const [found, of, place] =
      comment === undefined
        ? ([await api.feedback.history({ idea: id, after }), "idea", paths.idea(id)] as const)
        : ([await api.feedback.commentHistory({ comment, after }), "comment", paths.ideaComment(id, comment)] as const);
    const told = { found, of, place, self: paths.ideaHistory(id), asked, t, format };
    const steps = of === "idea" && after === undefined ? await api.feedback.course({ idea: id }) : null;
    return {
      title: t("posts.history.title"),
      body: (
        <>
          <HistorySheet {...told} />
          {steps === null ? null : <Course steps={steps} t={t} format={format} />}
        </>
      ),
    };
  });
}
