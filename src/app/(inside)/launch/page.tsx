import { dehydrated } from "@/assembly/client/dehydrated";
import { openPage } from "@/assembly/open-page";
import type { RefusedVerb } from "@/assembly/refused";
import { FlipDone } from "@/launch/ui/flip-done";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { LiveRoom } from "@/launch/ui/live-room";
import { launchMessages } from "@/launch/ui/messages";
import { PrintButton } from "@/launch/ui/print-button";
import { Callout } from "@/ui/callout";

type Search = { searchParams: Promise<{ done?: string }> };

const PLAN_VERBS = ["launch.approvePlan", "launch.startPlan", "launch.cancelPlan"];

/** The launch room: where the launch stands, and the next step. */
export default async function LaunchPage({ searchParams }: Search) {
  const { done } = await searchParams;
  return openPage(async ({ api, t, locale, timeZone, form, refusedOf }) => {
    const room = await api.launch.room();
    const rehearsal = room.next === null ? null : await api.launch.rehearsal({ to: room.next });
    const state = dehydrated(({ launch }) => [
      [launch.room.queryKey(), room],
      ...(rehearsal === null ? [] : [[launch.rehearsal.queryKey({ to: rehearsal.to }), rehearsal] as const]),
    ]);
    const last = done === "flip" || done === "undo" ? room.lastFlip : null;
    // A flip that came second, sent without a script: the rehearsal that it came from is the present by now.
    const second = refusedOf("launch.flip");
    const undoRefused = refusedOf("launch.undo");
    const decided = PLAN_VERBS.map((verb) => refusedOf(verb)).find((one) => one !== null) ?? null;
    return {
      title: t("launch.room.title"),
      flash: last === null ? null : <FlipDone t={t} flip={last} />,
      body: (
        <>
          <ComesLate verbs={[second, room.hold === null ? undoRefused : null, room.plan === null ? decided : null]} />
          <div className="one-sheet">
            <LiveRoom
              state={state}
              locale={locale}
              timeZone={timeZone}
              messages={launchMessages(locale)}
              form={form}
              past={rehearsal === null ? [] : await api.readiness.past()}
              refused={{ undo: undoRefused, plan: decided, second: refusedOf("launch.setSecondAdmin") }}
              tabs={<LaunchTabs t={t} current="room" />}
            />
          </div>
          <PrintButton label={t("launch.room.print")} />
        </>
      ),
    };
  });
}

/** Forms that came back without a script when what they were about is gone from the page already. */
function ComesLate({ verbs }: { verbs: readonly (RefusedVerb | null)[] }) {
  return verbs.map((verb) =>
    verb === null ? null : (
      <Callout key={verb.procedure} tone="bad">
        {verb.message}
      </Callout>
    ),
  );
}
