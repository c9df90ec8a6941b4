import { openPage } from "@/assembly/open-page";
import { AskMissed } from "@/launch/ui/ask-missed";
import { CalendarForm } from "@/launch/ui/calendar-form";
import { CalendarList } from "@/launch/ui/calendar-list";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { QuietWeeks } from "@/launch/ui/quiet-weeks";
import { PageTitle } from "@/ui/page-title";

type Search = { searchParams: Promise<{ done?: string; asked?: string }> };

/** What the organisation's year does to the figures, and the facts that the next stage waits for. */
export default async function CalendarPage({ searchParams }: Search) {
  const { done, asked } = await searchParams;
  const isAsked = /^\d{1,3}$/.test(asked ?? "");
  return openPage(async ({ api, t, format, form, refusedOf }) => {
    const calendar = await api.readiness.calendar();
    return {
      title: t("launch.calendar.title"),
      flash: isAsked
        ? t("launch.calendar.askedDone", { count: Number(asked) })
        : done !== undefined && t("launch.calendar.done"),
      body: (
        <>
          <PageTitle lead={t("launch.calendar.lead")}>{t("launch.calendar.title")}</PageTitle>
          <LaunchTabs t={t} current="calendar" />
          <CalendarList lines={calendar.lines} may={calendar.may.enter} t={t} words={form} refusedOf={refusedOf} />
          {calendar.may.enter ? (
            <CalendarForm t={t} words={form} refused={refusedOf("readiness.enter")} />
          ) : (
            <p className="quiet">{t("launch.calendar.adminsEnter")}</p>
          )}
          <QuietWeeks weeks={calendar.quietWeeks} t={t} />
          <AskMissed
            round={calendar.round}
            t={t}
            format={format}
            words={form}
            refused={refusedOf("readiness.askMissed")}
          />
        </>
      ),
    };
  });
}
