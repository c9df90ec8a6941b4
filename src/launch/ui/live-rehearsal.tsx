"use client";
import { type DehydratedState, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { FormWords } from "@/i18n/form-words";
import type { Locale } from "@/i18n/locale";
import { paths } from "@/paths";
import type { PastView } from "@/readiness/views";
import type { Stage } from "@/stages/shape";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";
import { PlanBar } from "../plans/ui/plan-bar";
import { PlanForm } from "../plans/ui/plan-form";
import type { Rehearsal } from "./data";
import { EffectSheet } from "./effect-sheet";
import { FlipForm } from "./flip-form";
import { GateSheet } from "./gates";
import type { LaunchMessages } from "./messages";
import { QueryProvider, useTRPC } from "./query-provider";
import { ReaderProvider, useReader } from "./reader";

type LiveProps = {
  to: Stage;
  state: DehydratedState;
  locale: Locale;
  timeZone: string;
  messages: LaunchMessages;
  form: FormWords;
  refused: RefusedForm | null;
  planRefused: RefusedForm | null;
  /** The figures of the last half year, which change once a night: they are not read again. */
  past: PastView;
  /** The names, drawn by the page for those who may read them. */
  names: ReactNode;
};

/** The rehearsal of a step, kept up to date while it is read. */
export function LiveRehearsal({ state, to, form, refused, planRefused, past, names, ...told }: LiveProps) {
  return (
    <QueryProvider state={state}>
      <ReaderProvider {...told}>
        <Sheet to={to} form={form} refused={refused} planRefused={planRefused} past={past} names={names} />
      </ReaderProvider>
    </QueryProvider>
  );
}

type SheetProps = Pick<LiveProps, "to" | "form" | "refused" | "planRefused" | "past" | "names">;

function Sheet({ to, form, refused, planRefused, past, names }: SheetProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.launch.rehearsal.queryOptions({ to }));
  const { t, format } = useReader(data?.at ?? "1970-01-01T00:00:00Z");
  if (data === undefined || data.kind === "same") return null;
  const stage = t(`stages.name.${to}`);
  return (
    <>
      <PageTitle
        kicker={<Link href={paths.launch()}>{t("launch.rehearsal.backLink")}</Link>}
        lead={t(`launch.rehearsal.${data.kind}`, { stage })}
      >
        {t("launch.rehearsal.title", { stage })}
      </PageTitle>
      <EffectSheet rehearsal={data} />
      {names}
      {data.kind === "back" ? null : (
        <Section title={t("launch.room.gates")}>
          <GateSheet gates={data.gates} past={past} />
        </Section>
      )}
      <PlanBar {...data} form={form} refused={null} />
      <div id="decide">
        <Section title={t("launch.rehearsal.do")}>
          <Decide data={data} form={form} refused={refused} planRefused={planRefused} />
        </Section>
      </div>
      <p className="fine quiet mt-10">{t("launch.room.asOf", { time: format.time(data.at) })}</p>
    </>
  );
}

type DecideProps = { data: Rehearsal; form: FormWords; refused: RefusedForm | null; planRefused: RefusedForm | null };

function Decide({ data, form, refused, planRefused }: DecideProps) {
  const { t } = useReader(data.at);
  const back = paths.launchRehearsal(data.to);
  if (!data.may.flip) return <p className="quiet">{t("launch.rehearsal.hostsOnlyLook")}</p>;
  const plan = data.plan === null ? <PlanForm rehearsal={data} words={form} back={back} refused={planRefused} /> : null;
  if (data.twoAdmins) return plan;
  return (
    <div className="stack">
      <FlipForm rehearsal={data} words={form} back={back} refused={refused} />
      {plan === null ? null : (
        <details open={planRefused !== null}>
          <summary>{t("launch.plan.form")}</summary>
          {plan}
        </details>
      )}
    </div>
  );
}
