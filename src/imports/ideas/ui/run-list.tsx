import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Badge, type BadgeTone } from "@/ui/badge";
import type { RefusedForm } from "@/ui/form-state";
import { List, ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import { Table } from "@/ui/table";
import type { BadLine } from "../shape";
import type { RunView } from "../views";

type Run = RunView & { readonly lines: readonly BadLine[] };

const TONES: Readonly<Record<RunView["state"], BadgeTone>> = {
  running: "accent",
  done: "good",
  failed: "bad",
  undone: "plain",
};

type RunListProps = {
  runs: readonly Run[];
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** What was read into a board, with what came of it and the way back. */
export function RunList({ runs, back, t, format, words, refusedOf }: RunListProps) {
  if (runs.length === 0) return <p className="quiet">{t("imports.ideas.none")}</p>;
  return (
    <List tight label={t("imports.ideas.runs")}>
      {runs.map((run) => (
        <ListRow
          key={run.run}
          title={run.fileName}
          meta={
            <>
              <Badge tone={TONES[run.state]}>{t(`imports.ideas.state.${run.state}`)}</Badge>
              {run.isRehearsal ? <Badge>{t("imports.ideas.rehearsal")}</Badge> : null}
              <span>{format.dateTime(run.startedAt)}</span>
            </>
          }
          below={
            <div className="mt-2 grid gap-2">
              <Said run={run} t={t} format={format} />
              {run.mayUndo ? (
                <ActionForm
                  procedure="imports.undo"
                  back={back}
                  words={words}
                  refused={refusedOf("imports.undo", { run: run.run })}
                  hidden={{ run: run.run, _to: back }}
                >
                  <div>
                    <SubmitButton
                      look="quiet"
                      size="small"
                      aria-label={t("imports.ideas.undoLabel", { file: run.fileName })}
                    >
                      {t("imports.ideas.undo")}
                    </SubmitButton>
                  </div>
                </ActionForm>
              ) : null}
            </div>
          }
        />
      ))}
    </List>
  );
}

function Said({ run, t, format }: { run: Run; t: Words; format: Formats }) {
  const { read, imported, duplicates, bad, people, said } = run;
  if (run.state === "running") return <p>{t("imports.ideas.running", { count: read })}</p>;
  return (
    <>
      {run.state === "failed" ? <p>{t("imports.ideas.failed")}</p> : null}
      <p className="quiet">{t("imports.ideas.counts", { read, imported, duplicates, bad, people })}</p>
      {said === null ? null : (
        <>
          <p className="quiet">{t("imports.ideas.votes", { votes: said.votes, elsewhere: said.importedVotes })}</p>
          {said.ignored.length === 0 ? null : (
            <p className="quiet fine">{t("imports.ideas.ignored", { names: format.list([...said.ignored]) })}</p>
          )}
          {said.unknownStatuses.length === 0 ? null : (
            <p className="quiet fine">
              {t("imports.ideas.unknown", { names: format.list([...said.unknownStatuses]) })}
            </p>
          )}
        </>
      )}
      {run.lines.length === 0 ? null : <LeftOut lines={run.lines} t={t} />}
      {bad === 0 ? null : (
        <p>
          <a href={paths.importProblems(run.run)}>{t("imports.ideas.download")}</a>
        </p>
      )}
    </>
  );
}

function LeftOut({ lines, t }: { lines: readonly BadLine[]; t: Words }) {
  return (
    <Table
      caption={t("imports.ideas.leftOut")}
      columns={[
        { key: "line", label: t("imports.ideas.line"), numeric: true, cell: ({ line }) => line },
        { key: "column", label: t("imports.ideas.column"), cell: ({ column }) => column },
        { key: "reason", label: t("imports.ideas.reason"), cell: ({ reason }) => t(`imports.ideas.reasons.${reason}`) },
      ]}
      rows={lines}
      rowKey={({ line }) => String(line)}
    />
  );
}
