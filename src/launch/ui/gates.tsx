"use client";
import type { Locale } from "@/i18n/locale";
import type { Words } from "@/i18n/words";
import { isCounted } from "@/readiness/record";
import type { PastView } from "@/readiness/views";
import { Badge, type BadgeTone } from "@/ui/badge";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { actPlace, holdPlace } from "./act-links";
import type { Gates } from "./data";
import { GateFigures } from "./gate-figures";
import { useReader } from "./reader";
import { Sparkline } from "./sparkline";

type Gate = Gates["gates"][number];

const TONES: Readonly<Record<Gate["verdict"], BadgeTone>> = {
  pass: "good",
  notYet: "bad",
  tooEarly: "plain",
  notMeasured: "plain",
};

type GateLineProps = { gate: Gate; at: string; past: readonly number[]; t: Words; locale: Locale };

function GateLine({ gate, at, past, t, locale }: GateLineProps) {
  return (
    <li className="border-rye border-b py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-[1.0625rem]">
          <span className="quiet fine figures font-sans font-normal">{gate.key}</span> {gate.name[locale]}
        </h3>
        <span className="meta">
          <Sparkline values={past} label={pastWords(gate, past, t, locale)} />
          <Badge tone={TONES[gate.verdict]}>{t(`launch.verdict.${gate.verdict}`)}</Badge>
          <span>{t(`launch.role.${gate.role}`)}</span>
        </span>
      </div>
      <p className="max-w-read font-serif text-[1.0625rem] text-ink-soft leading-normal">{gate.sentence[locale]}</p>
      {gate.verdict !== "pass" && gate.acts[0] ? <Act act={gate.acts[0]} t={t} locale={locale} /> : null}
      {gate.parts.length > 0 ? <GateFigures name={gate.name[locale]} parts={gate.parts} at={at} /> : null}
    </li>
  );
}

function Act({ act, t, locale }: { act: Gate["acts"][number]; t: Words; locale: Locale }) {
  const text = t("launch.gates.act", { text: act.text[locale] });
  const href = actPlace(act.key);
  return <p className="fine quiet mt-1">{href === null ? text : <Link href={href}>{text}</Link>}</p>;
}

/** What the small curve shows, in the unit of the gate's first figure. */
function pastWords(gate: Gate, past: readonly number[], t: Words, locale: Locale): string {
  const unit = gate.parts[0]?.unit;
  const style = unit === "share" || unit === "ratio" ? "percent" : "decimal";
  const format = new Intl.NumberFormat(locale, { style, maximumFractionDigits: style === "percent" ? 0 : 1 });
  const write = (value: number | undefined) => format.format(value ?? 0);
  return t("launch.gates.past", {
    first: write(past[0]),
    last: write(past.at(-1)),
    least: write(Math.min(...past)),
    most: write(Math.max(...past)),
  });
}

/** What stands in the way beside the gates, whatever the figures say, each with the way to it. */
function Holds({ gates, t, locale }: { gates: Gates; t: Words; locale: Locale }) {
  const holds = gates.blocking.filter(({ key }) => gates.gates.every((gate) => gate.key !== key));
  if (holds.length === 0) return null;
  return (
    <div className="my-4">
      <Callout title={t("launch.gates.holds")}>
        <ul className="list-disc ps-5">
          {holds.map(({ key, text }) => {
            const href = holdPlace(key);
            return <li key={key}>{href === null ? text[locale] : <Link href={href}>{text[locale]}</Link>}</li>;
          })}
        </ul>
      </Callout>
    </div>
  );
}

/** The gates, one a line, in plain sentences; those that nobody measures yet in one sentence at the end. */
export function GateSheet({ gates, past }: { gates: Gates | null; past: PastView }) {
  const { t, locale, format } = useReader(gates?.at ?? "1970-01-01T00:00:00Z");
  if (gates === null) return <p className="quiet">{t("launch.gates.none")}</p>;
  const measured = gates.gates.filter(isCounted);
  const others = gates.gates.filter((gate) => !isCounted(gate));
  const pastOf = (key: string) => past.find((one) => one.key === key)?.values ?? [];
  const why = [...new Set(others.map((gate) => gate.sentence[locale]))];
  const names = others.map((gate) => gate.name[locale]);
  return (
    <>
      <p className="font-serif text-read">{gates.sentence[locale]}</p>
      <Holds gates={gates} t={t} locale={locale} />
      <ul className="list mt-2" aria-label={t("launch.gates.list")}>
        {measured.map((gate) => (
          <GateLine key={gate.key} gate={gate} at={gates.at} past={pastOf(gate.key)} t={t} locale={locale} />
        ))}
      </ul>
      <p className="fine quiet max-w-read pt-2">
        {names.length > 0 ? (
          <>
            {t("launch.gates.unmeasured", { count: names.length })} {format.list(names)}. {why.join(" ")}{" "}
          </>
        ) : null}
        {t("launch.gates.rule", { version: gates.ruleVersion })}
      </p>
    </>
  );
}
