"use client";
import type { DehydratedState } from "@tanstack/react-query";
import { skipToken, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { FormWords } from "@/i18n/form-words";
import type { Locale } from "@/i18n/locale";
import { paths } from "@/paths";
import type { PastView } from "@/readiness/views";
import { ButtonRow, LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { DialogButton } from "@/ui/dialog";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";
import { PlanBar } from "../plans/ui/plan-bar";
import { SecondAdmin } from "../plans/ui/second-admin";
import type { Rehearsal, Room } from "./data";
import { FlipForm } from "./flip-form";
import { GateSheet } from "./gates";
import { AtTheDoor, Inside } from "./inside";
import { Ladder } from "./ladder";
import type { LaunchMessages } from "./messages";
import { QueryProvider, useTRPC } from "./query-provider";
import { ReaderProvider, useReader } from "./reader";
import { UndoBar } from "./undo-bar";

type LiveProps = {
  state: DehydratedState;
  locale: Locale;
  timeZone: string;
  messages: LaunchMessages;
  form: FormWords;
  /** The figures of the last half year, which change once a night: they are not read again. */
  past: PastView;
  /** The tabs of the launch room, drawn by the page. */
  tabs: ReactNode;
  /** The forms of the page as they came back without a script. */
  refused: { undo: RefusedForm | null; plan: RefusedForm | null; second: RefusedForm | null };
};

/** The launch room, drawn from what the page read, and read again every half minute and whenever one comes back to it. */
export function LiveRoom({ state, form, past, tabs, refused, ...told }: LiveProps) {
  return (
    <QueryProvider state={state}>
      <ReaderProvider {...told}>
        <Sheet form={form} past={past} tabs={tabs} refused={refused} />
      </ReaderProvider>
    </QueryProvider>
  );
}

function Sheet({ form, past, tabs, refused }: Pick<LiveProps, "form" | "past" | "tabs" | "refused">) {
  const trpc = useTRPC();
  const room = useQuery(trpc.launch.room.queryOptions());
  const next = room.data?.next ?? null;
  const step = useQuery(trpc.launch.rehearsal.queryOptions(next === null ? skipToken : { to: next }));
  if (room.data === undefined) return null;
  return (
    <>
      <Head room={room.data} />
      {tabs}
      <UndoBar room={room.data} form={form} refused={refused.undo} />
      <PlanBar {...room.data} form={form} refused={refused.plan} />
      <Alarm room={room.data} />
      <Ladder room={room.data} />
      {step.data === undefined || next === null ? null : <NextGates rehearsal={step.data} past={past} />}
      <NextStep room={room.data} rehearsal={step.data} form={form} />
      <AtTheDoor room={room.data} />
      <Inside room={room.data} />
      <SecondAdmin room={room.data} form={form} refused={refused.second} />
      <Foot room={room.data} stale={room.isError || step.isError} />
    </>
  );
}

function Head({ room }: { room: Room }) {
  const { t, format } = useReader(room.at);
  const { total, signedIn } = room.inside;
  const stage = t(`stages.name.${room.stage}`);
  return (
    <PageTitle lead={t("launch.room.lead", { stage, date: format.date(room.since), total, signedIn })}>
      {t("launch.room.title")}
    </PageTitle>
  );
}

/** What held at the flip and fell: a suggestion, which closes nothing. */
function Alarm({ room }: { room: Room }) {
  const { t, format } = useReader(room.at);
  if (room.alarm === null) return null;
  const { gates, raisedAt } = room.alarm;
  return (
    <Callout tone="bad" title={t("launch.alarm.title")}>
      {t("launch.alarm.text", { gates: format.list(gates), date: format.date(raisedAt) })}
    </Callout>
  );
}

function NextGates({ rehearsal, past }: { rehearsal: Rehearsal; past: PastView }) {
  const { t } = useReader(rehearsal.at);
  return (
    <Section title={t("launch.room.gates")}>
      <GateSheet gates={rehearsal.gates} past={past} />
    </Section>
  );
}

type NextStepProps = { room: Room; rehearsal: Rehearsal | undefined; form: FormWords };

function NextStep({ room, rehearsal, form }: NextStepProps) {
  const { t } = useReader(room.at);
  if (room.next === null || rehearsal === undefined)
    return (
      <Section title={t("launch.room.nextStep")}>
        <p className="font-serif text-read">{t("launch.room.atTop")}</p>
      </Section>
    );
  const stage = t(`stages.name.${room.next}`);
  const { gained, emptyRooms } = rehearsal.effect;
  const counts = { count: gained.count, letters: gained.letters, rooms: emptyRooms.length };
  const rehearsalPath = paths.launchRehearsal(room.next);
  return (
    <Section title={t("launch.room.nextStep")}>
      <div className="stack">
        <p className="max-w-read font-serif text-read">{t("launch.room.nextText", { stage, ...counts })}</p>
        <ButtonRow>
          <LinkButton href={rehearsalPath} look={room.may.flip ? "quiet" : "primary"}>
            {t("launch.room.rehearse")}
          </LinkButton>
          {room.may.flip && room.twoAdmins ? (
            <LinkButton href={`${rehearsalPath}#decide`} look="primary">
              {t("launch.plan.formSecond")}
            </LinkButton>
          ) : null}
          {room.may.flip && !room.twoAdmins ? (
            // A dialog belongs to the version that it was opened on: after a flip it is another one, closed.
            <DialogButton
              key={room.version}
              label={t("launch.room.open", { stage })}
              look="primary"
              href={`${rehearsalPath}#decide`}
              title={t("launch.flip.title", { stage })}
              closeWords={t("common.close")}
            >
              <div className="stack">
                <p>
                  {t("launch.room.nextText", { stage, ...counts })}{" "}
                  <Link href={rehearsalPath}>{t("launch.flip.readFirst")}</Link>
                </p>
                <FlipForm rehearsal={rehearsal} words={form} back={rehearsalPath} />
              </div>
            </DialogButton>
          ) : null}
        </ButtonRow>
        {room.may.flip ? null : <p className="quiet">{t("launch.room.adminsFlip")}</p>}
      </div>
    </Section>
  );
}

function Foot({ room, stale }: { room: Room; stale: boolean }) {
  const { t, format } = useReader(room.at);
  const last = room.lastFlip;
  const time = format.time(room.at);
  return (
    <footer className="quiet mt-10 border-rye border-t pt-3">
      {last === null ? null : (
        <p>
          {t(last.by === null ? "launch.room.lastFlipNobody" : "launch.room.lastFlip", {
            name: last.by?.displayName ?? "",
            from: t(`stages.name.${last.from}`),
            to: t(`stages.name.${last.to}`),
            date: format.date(last.at),
          })}{" "}
          {last.overridden ? t("launch.room.lastOverridden", { reason: last.overrideReason }) : null}
        </p>
      )}
      <p className="fine">{stale ? t("launch.room.stale", { time }) : t("launch.room.asOf", { time })}</p>
    </footer>
  );
}
