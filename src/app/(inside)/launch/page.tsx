import { dehydrated } from "@/assembly/client/dehydrated";
import { openPage } from "@/assembly/open-page";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { LiveRoom } from "@/launch/ui/live-room";
import { launchMessages } from "@/launch/ui/messages";

type Search = { searchParams: Promise<{ done?: string }> };

/** The launch room: where the launch stands, and the next step. */
export default async function LaunchPage({ searchParams }: Search) {
  const { done } = await searchParams;
  return openPage(async ({ api, t, locale, timeZone, form }) => {
    const room = await api.launch.room();
    const rehearsal = room.next === null ? null : await api.launch.rehearsal({ to: room.next });
    const state = dehydrated(({ launch }) => [
      [launch.room.queryKey(), room],
      ...(rehearsal === null ? [] : [[launch.rehearsal.queryKey({ to: rehearsal.to }), rehearsal] as const]),
    ]);
    const last = done === "flip" ? room.lastFlip : null;
    return {
      title: t("launch.room.title"),
      flash:
        last === null
          ? null
          : t("launch.room.flipped", {
              stage: t(`stages.name.${last.to}`),
              gained: last.effect.gained,
              letters: last.effect.letters,
            }),
      body: (
        <LiveRoom
          state={state}
          locale={locale}
          timeZone={timeZone}
          messages={launchMessages(locale)}
          form={form}
          tabs={<LaunchTabs t={t} current="room" />}
        />
      ),
    };
  });
}
