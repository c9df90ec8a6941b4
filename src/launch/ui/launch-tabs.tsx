import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Tabs } from "@/ui/tabs";

/** The three pages of the launch room. */
export function LaunchTabs({ t, current }: { t: Words; current: "room" | "invitations" | "history" }) {
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
        tab("history", paths.launchHistory()),
      ]}
    />
  );
}
