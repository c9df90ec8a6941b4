import { redirect } from "next/navigation";
import { dehydrated } from "@/assembly/client/dehydrated";
import { openPage } from "@/assembly/open-page";
import { ChangedPeople } from "@/launch/ui/changed-people";
import { LiveRehearsal } from "@/launch/ui/live-rehearsal";
import { launchMessages } from "@/launch/ui/messages";
import { paths, withQuery } from "@/paths";

type Asked = {
  params: Promise<{ stage: string }>;
  searchParams: Promise<{ after?: string; refused?: string }>;
};

/** What exactly a flip to a stage would do. */
export default async function RehearsalPage({ params, searchParams }: Asked) {
  const [{ stage }, { after, refused: kept }] = await Promise.all([params, searchParams]);
  return openPage(async ({ api, t, locale, timeZone, form, refused }) => {
    const room = await api.launch.room();
    if (room.stage === stage) redirect(withQuery(paths.launch(), { refused: kept }));
    const rehearsal = await api.launch.rehearsal({ to: stage as typeof room.stage });
    const change = rehearsal.effect.gained.count > 0 ? "gained" : "lost";
    const people = rehearsal.may.seeNames
      ? await api.launch.rehearsalPeople({ to: rehearsal.to, change, after })
      : null;
    const isHere = (verb: string) => (refused?.procedure === verb ? refused : null);
    return {
      title: t("launch.rehearsal.title", { stage: t(`stages.name.${rehearsal.to}`) }),
      body: (
        <LiveRehearsal
          to={rehearsal.to}
          state={dehydrated(({ launch }) => [[launch.rehearsal.queryKey({ to: rehearsal.to }), rehearsal]])}
          locale={locale}
          timeZone={timeZone}
          messages={launchMessages(locale)}
          form={form}
          refused={isHere("launch.flip")}
          planRefused={isHere("launch.plan")}
          past={rehearsal.gates === null ? [] : await api.readiness.past()}
          names={
            people === null ? null : (
              <ChangedPeople t={t} to={rehearsal.to} change={change} people={people} paged={after !== undefined} />
            )
          }
        />
      ),
    };
  });
}
