import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { TransferForm } from "@/feedback/moving/ui/transfer-form";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function TransferIdeaPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { to } = await queryOf(searchParams);
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const { title, from, ...transfer } = await api.feedback.transferTargets({ idea: id, to });
    return {
      title: t("ideas.board.title"),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.idea(id)}>{title}</Link>} lead={t("ideas.board.lead")}>
            {t("ideas.board.title")}
          </PageTitle>
          <TransferForm
            ideaId={id}
            from={from}
            transfer={transfer}
            back={back}
            t={t}
            words={form}
            refused={refusedOf("feedback.transfer")}
          />
        </>
      ),
    };
  });
}
