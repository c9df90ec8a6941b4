import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { isCounted } from "@/readiness/record";
import { Badge } from "@/ui/badge";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { Table } from "@/ui/table";
import type { FlipView, HistoryView } from "../views";
import { AfterTable } from "./after-table";

/** One step of the history, as it was known when it was taken. */
export function FlipEntry({ t, format, flip }: { t: Words; format: Formats; flip: HistoryView }) {
  const { effect } = flip;
  const stages = { from: t(`stages.name.${flip.from}`), to: t(`stages.name.${flip.to}`) };
  return (
    <li className="grid gap-3 border-rye border-b py-6 first:pt-0 last:border-b-0">
      <div>
        <h2>{t("launch.history.step", stages)}</h2>
        <div className="meta">
          <time dateTime={flip.at.toISOString()}>{format.dateTime(flip.at)}</time>
          {flip.by === null ? (
            <span>{t("launch.history.nobody")}</span>
          ) : (
            <Link href={paths.person(flip.by.id)}>{t("launch.history.by", { name: flip.by.displayName })}</Link>
          )}
        </div>
      </div>
      <p className="max-w-read font-serif text-read">
        {t("launch.history.effect", {
          gained: effect.gained,
          lost: effect.lost,
          letters: effect.letters,
          rooms: effect.emptyRooms,
        })}
      </p>
      {effect.kept > 0 ? (
        <p className="max-w-read font-serif text-read">{t("launch.history.kept", { count: effect.kept })}</p>
      ) : null}
      {flip.undoes === null ? null : <p className="quiet">{t("launch.history.undoes")}</p>}
      {flip.undoneAt === null ? null : (
        <Callout>{t("launch.history.undone", { time: format.dateTime(flip.undoneAt) })}</Callout>
      )}
      {flip.approvedBy === null ? null : (
        <p className="quiet">{t("launch.history.second", { name: flip.approvedBy })}</p>
      )}
      {flip.reason === "" ? null : (
        <p className="max-w-read whitespace-pre-line font-serif text-read">
          {t("launch.history.reason", { reason: flip.reason })}
        </p>
      )}
      {flip.overridden ? (
        <Callout tone="bad">{t("launch.history.overridden", { reason: flip.overrideReason })}</Callout>
      ) : null}
      <Review t={t} format={format} flip={flip} />
      <AfterTable t={t} format={format} flip={flip} />
      <GateTable t={t} format={format} flip={flip} />
    </li>
  );
}

/** What the gates that did not hold say four weeks later. */
function Review({ t, format, flip: { review } }: { t: Words; format: Formats; flip: HistoryView }) {
  if (review === null) return null;
  return (
    <div>
      <p>{t("launch.history.review", { date: format.date(review.at) })}</p>
      {review.gates.length === 0 ? <p className="quiet">{t("launch.history.reviewNone")}</p> : null}
      <ul className="mt-1 grid gap-1">
        {review.gates.map(({ key, holds, sentence }) => (
          <li key={key}>
            <span className="quiet fine figures">{key}</span> {sentence[t.locale]}{" "}
            <Badge tone={holds ? "good" : "bad"}>
              {t(holds ? "launch.history.reviewHolds" : "launch.history.reviewNot")}
            </Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Gate = FlipView["gates"][number];

/** A count is whole; a share lies between 0 and 1. */
function figure(format: Formats, gate: Gate, value: number | null): string {
  if (value === null) return "–";
  const isShare = gate.threshold !== null && gate.threshold < 1;
  return isShare ? format.percent(value) : format.number(value, 1);
}

function GateTable({ t, format, flip }: { t: Words; format: Formats; flip: FlipView }) {
  const measured = flip.gates.filter(isCounted);
  if (measured.length === 0) return null;
  return (
    <details>
      <summary>
        {t("launch.history.gates")}{" "}
        <span className="quiet fine">{t("launch.history.rule", { version: flip.ruleVersion })}</span>
      </summary>
      <Table
        caption={<span className="hidden-words">{t("launch.history.gates")}</span>}
        rows={measured}
        rowKey={({ key }) => key}
        columns={[
          { key: "gate", label: t("launch.history.gate"), cell: ({ key }) => key },
          {
            key: "verdict",
            label: t("launch.history.verdict"),
            cell: ({ verdict }) => (
              <Badge tone={verdict === "pass" ? "good" : verdict === "notYet" ? "bad" : "plain"}>
                {t(`launch.verdict.${verdict}`)}
              </Badge>
            ),
          },
          {
            key: "value",
            label: t("launch.history.value"),
            numeric: true,
            cell: (gate) => figure(format, gate, gate.value),
          },
          {
            key: "threshold",
            label: t("launch.history.threshold"),
            numeric: true,
            cell: (gate) => figure(format, gate, gate.threshold),
          },
          {
            key: "n",
            label: t("launch.history.sample"),
            numeric: true,
            cell: ({ n }) => (n === null ? "–" : format.number(n)),
          },
        ]}
      />
    </details>
  );
}
