"use client";
import { type DehydratedState, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { FormWords } from "@/i18n/form-words";
import type { Locale } from "@/i18n/locale";
import { paths } from "@/paths";
import type { Stage } from "@/stages/shape";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";
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
  /** The names, drawn by the page for those who may read them. */
  names: ReactNode;
};

/** The rehearsal of a step, kept up to date while it is read. */
export function LiveRehearsal({ state, to, form, refused, names, ...told }: LiveProps) {
  return (
    <QueryProvider state={state}>
      <ReaderProvider {...told}>
        <Sheet to={to} form={form} refused={refused} names={names} />
      </ReaderProvider>
    </QueryProvider>
  );
}

function Sheet({ to, form, refused, names }: Pick<LiveProps, "to" | "form" | "refused" | "names">) {
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
          <GateSheet gates={data.gates} />
        </Section>
      )}
      <div id="decide">
        <Section title={t("launch.rehearsal.do")}>
          {data.may.flip ? (
            <FlipForm rehearsal={data} words={form} back={paths.launchRehearsal(to)} refused={refused} />
          ) : (
            <p className="quiet">{t("launch.rehearsal.hostsOnlyLook")}</p>
          )}
        </Section>
      </div>
      <p className="fine quiet mt-10">{t("launch.room.asOf", { time: format.time(data.at) })}</p>
    </>
  );
}
