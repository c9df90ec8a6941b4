import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { ImportForm } from "@/imports/ideas/ui/import-form";
import { RunList } from "@/imports/ideas/ui/run-list";
import { paths } from "@/paths";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";

const WRONG = { empty: "imports.ideas.wrong.empty", large: "imports.ideas.wrong.large" } as const;

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

/** Brings ideas in from another tool, and shows what came of it. */
export default async function ImportIdeasPage({ params, searchParams }: Props) {
  const [{ slug }, { wrong }] = await Promise.all([params, queryOf(searchParams)]);
  return openPage(async ({ api, t, format, form, refusedOf }) => {
    const { board, runs, maxMb } = await api.imports.runs({ slug });
    const said = Object.entries(WRONG).find(([key]) => key === wrong)?.[1];
    const title = t("imports.ideas.title");
    return {
      title,
      body: (
        <>
          <PageTitle kicker={<Link href={paths.board(slug)}>{board.name}</Link>} lead={t("imports.ideas.lead")}>
            {title}
          </PageTitle>
          <div className="prose mb-6">
            <p>{t("imports.ideas.columns")}</p>
            <p>{t("imports.ideas.people")}</p>
          </div>
          {said === undefined ? null : <Callout tone="bad">{t(said)}</Callout>}
          <ImportForm slug={slug} max={maxMb} t={t} />
          <Section title={t("imports.ideas.runs")}>
            <RunList
              runs={runs}
              back={paths.boardImport(slug)}
              t={t}
              format={format}
              words={form}
              refusedOf={refusedOf}
            />
          </Section>
        </>
      ),
    };
  });
}
