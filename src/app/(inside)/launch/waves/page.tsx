import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { HostPlaces } from "@/launch/waves/ui/host-places";
import { NextWave } from "@/launch/waves/ui/next-wave";
import { SendWaveForm } from "@/launch/waves/ui/send-wave-form";
import { PaceForm, Pause } from "@/launch/waves/ui/steering";
import { WaveList } from "@/launch/waves/ui/wave-list";
import { PageTitle } from "@/ui/page-title";

/** The next people in together: who, why and with whom, before anything is sent; and what became of earlier waves. */
export default async function WavesPage({ searchParams }: { searchParams: Query }) {
  const { size, after, sent, asked, done } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, format, form, back, refusedOf }) => {
    const [desk, list] = await Promise.all([api.waves.desk({ size }), api.waves.list({ after, take: 5 })]);
    const steer = { t, desk, back, words: form, refusedOf };
    const told =
      asked === undefined
        ? done === undefined
          ? null
          : t("waves.done")
        : t("waves.hostsAsked", { count: Number(asked) || 0 });
    return {
      title: t("waves.title"),
      flash: sent === undefined ? told : t("waves.sent", { count: Number(sent) || 0 }),
      body: (
        <>
          <PageTitle lead={t("waves.lead")}>{t("waves.title")}</PageTitle>
          <LaunchTabs t={t} current="waves" />
          <Pause {...steer} format={format} />
          <NextWave t={t} format={format} desk={desk} viewerId={viewer.id} back={back} words={form} />
          {desk.may.send ? (
            <SendWaveForm t={t} desk={desk} back={back} words={form} refused={refusedOf("waves.send")} />
          ) : null}
          <HostPlaces t={t} desk={desk} back={back} words={form} refused={refusedOf("waves.setPlaces")} />
          <PaceForm {...steer} />
          <WaveList t={t} format={format} page={list} />
        </>
      ),
    };
  });
}
