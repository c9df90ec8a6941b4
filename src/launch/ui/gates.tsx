"use client";
import type { Locale } from "@/i18n/locale";
import type { Words } from "@/i18n/words";
import { Badge, type BadgeTone } from "@/ui/badge";
import type { Gates } from "./data";
import { useReader } from "./reader";

type Gate = Gates["gates"][number];

const TONES: Readonly<Record<Gate["verdict"], BadgeTone>> = {
  pass: "good",
  notYet: "bad",
  tooEarly: "plain",
  notMeasured: "plain",
};

function GateLine({ gate, t, locale }: { gate: Gate; t: Words; locale: Locale }) {
  return (
    <li className="border-rye border-b py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-[1.0625rem]">
          <span className="quiet fine figures font-sans font-normal">{gate.key}</span> {gate.name[locale]}
        </h3>
        <span className="meta">
          <Badge tone={TONES[gate.verdict]}>{t(`launch.verdict.${gate.verdict}`)}</Badge>
          <span>{t(`launch.role.${gate.role}`)}</span>
        </span>
      </div>
      <p className="max-w-read font-serif text-[1.0625rem] text-ink-soft leading-normal">{gate.sentence[locale]}</p>
      {gate.verdict === "notYet" && gate.acts[0] ? (
        <p className="fine quiet mt-1">{t("launch.gates.act", { text: gate.acts[0].text[locale] })}</p>
      ) : null}
    </li>
  );
}

/** The gates, one a line, in plain sentences; those that nobody measures yet in one sentence at the end. */
export function GateSheet({ gates }: { gates: Gates | null }) {
  const { t, locale, format } = useReader(gates?.at ?? "1970-01-01T00:00:00Z");
  if (gates === null) return <p className="quiet">{t("launch.gates.none")}</p>;
  const measured = gates.gates.filter((gate) => gate.verdict !== "notMeasured");
  const others = gates.gates.filter((gate) => gate.verdict === "notMeasured");
  const names = others.map((gate) => gate.name[locale]);
  return (
    <>
      <p className="font-serif text-read">{gates.sentence[locale]}</p>
      <ul className="list mt-2" aria-label={t("launch.gates.list")}>
        {measured.map((gate) => (
          <GateLine key={gate.key} gate={gate} t={t} locale={locale} />
        ))}
      </ul>
      <p className="fine quiet max-w-read pt-2">
        {names.length > 0 ? (
          <>
            {t("launch.gates.unmeasured", { count: names.length })} {format.list(names)}.{" "}
          </>
        ) : null}
        {t("launch.gates.rule", { version: gates.ruleVersion })}
      </p>
    </>
  );
}
