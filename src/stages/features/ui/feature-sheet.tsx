import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { Badge, type BadgeTone } from "@/ui/badge";
import { Callout } from "@/ui/callout";
import type { RefusedForm } from "@/ui/form-state";
import { Section } from "@/ui/page-title";
import { Table } from "@/ui/table";
import type { Stage } from "../../shape";
import type { FeatureState } from "../shape";
import type { FeatureView } from "../views";
import { KillForm, RuleForm } from "./feature-forms";

const TONES: Readonly<Record<FeatureState, BadgeTone>> = { on: "good", preview: "accent", off: "plain" };

type FeatureSheetProps = {
  feature: FeatureView;
  /** Where the launch stands. */
  stage: Stage;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** One feature: what it is at each stage and for whom else, who tries it, and the switches. */
export function FeatureSheet({ feature, stage, back, t, format, words, refusedOf }: FeatureSheetProps) {
  const { key, stages, cohorts, killed, triedBy, leftBy } = feature;
  const common = { feature, back, t, words };
  const mine = { feature: key };
  return (
    <Section title={t(`features.${key}.name`)} action={<Badge>{t(`features.owner.${feature.owner}`)}</Badge>}>
      <p className="quiet mb-3">{t(`features.${key}.purpose`)}</p>
      {killed === null ? null : (
        <Callout tone="bad" title={t("features.kill.shut")}>
          {t("features.kill.why", {
            reason: killed.reason,
            by: killed.by ?? t("features.kill.somebody"),
            when: format.dateTime(killed.at),
          })}
        </Callout>
      )}
      <Table
        caption={t("features.table", { feature: t(`features.${key}.name`) })}
        captionHidden
        columns={[
          {
            key: "stage",
            label: t("features.rule.stage"),
            cell: (row) =>
              row.stage === stage ? <strong>{t(`stages.name.${row.stage}`)}</strong> : t(`stages.name.${row.stage}`),
          },
          {
            key: "state",
            label: t("features.cohort.everybody"),
            cell: (row) => <Badge tone={TONES[row.state]}>{t(`features.state.${row.state}`)}</Badge>,
          },
          {
            key: "cohorts",
            label: t("features.cohorts"),
            cell: (row) =>
              format.list(
                cohorts
                  .filter((one) => one.stage === row.stage)
                  .map((one) => t("features.cohortLine", { name: one.name, state: t(`features.state.${one.state}`) })),
              ) || "–",
          },
          {
            key: "source",
            label: t("features.source"),
            cell: (row) => t(row.isRule ? "features.byRule" : "features.byRegistry"),
          },
        ]}
        rows={stages}
        rowKey={(row) => row.stage}
      />
      <p className="quiet fine my-3">{t("features.counts", { tried: triedBy, left: leftBy })}</p>
      <details className="mt-3 max-w-read">
        <summary>{t("features.rule.open")}</summary>
        <RuleForm {...common} stage={stage} refused={refusedOf("features.rule", mine)} />
      </details>
      <details className="mt-3 max-w-read">
        <summary>{t(killed === null ? "features.kill.open" : "features.kill.revive")}</summary>
        <KillForm {...common} refused={refusedOf("features.kill", mine) ?? refusedOf("features.revive", mine)} />
      </details>
    </Section>
  );
}
