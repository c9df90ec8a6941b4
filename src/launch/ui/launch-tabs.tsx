import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Tabs } from "@/ui/tabs";

type Page =
  | "room"
  | "invitations"
  | "waves"
  | "entry"
  | "advice"
  | "announcements"
  | "door"
  | "calendar"
  | "curves"
  | "graph"
  | "history";

/** The pages of the launch room. */
export function LaunchTabs({ t, current }: { t: Words; current: Page }) {
  const tab = (key: typeof current, href: string) => ({
    href,
    label: t(`launch.tabs.${key}`),
    current: key === current,
  });
  return (
    <Tabs
      label={t("launch.tabs.label")}
      items={[
        tab("room", paths.launch()),
        tab("invitations", paths.launchInvitations()),
        tab("waves", paths.launchWaves()),
        tab("entry", paths.launchEntry()),
        tab("advice", paths.launchAdvice()),
        tab("announcements", paths.launchAnnouncements()),
        tab("door", paths.launchDoor()),
        tab("calendar", paths.launchCalendar()),
        tab("curves", paths.launchCurves()),
        tab("graph", paths.launchGraph()),
        tab("history", paths.launchHistory()),
      ]}
    />
  );
}
