import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { PageTitle } from "@/ui/page-title";
import { Tabs } from "@/ui/tabs";

export type SettingsTab =
  | "overview"
  | "profile"
  | "spaces"
  | "language"
  | "notices"
  | "comfort"
  | "devices"
  | "keys"
  | "previews"
  | "credits"
  | "words"
  | "activity"
  | "invitations";

/** The head of every page of settings. */
export function SettingsHead({ t, current }: { t: Words; current: SettingsTab }) {
  const tabs = [
    { key: "overview", href: paths.settings(), label: t("members.settings.tabs.overview") },
    { key: "profile", href: paths.settingsProfile(), label: t("members.settings.tabs.profile") },
    { key: "spaces", href: paths.settingsSpaces(), label: t("members.settings.tabs.spaces") },
    { key: "language", href: paths.settingsLanguage(), label: t("members.settings.tabs.language") },
    { key: "notices", href: paths.settingsNotices(), label: t("members.settings.tabs.notices") },
    { key: "comfort", href: paths.settingsComfort(), label: t("members.settings.tabs.comfort") },
    { key: "devices", href: paths.settingsDevices(), label: t("members.settings.tabs.devices") },
    { key: "keys", href: paths.settingsKeys(), label: t("keys.title") },
    { key: "activity", href: paths.settingsActivity(), label: t("members.settings.tabs.activity") },
    { key: "invitations", href: paths.settingsInvitations(), label: t("members.settings.tabs.invitations") },
    { key: "previews", href: paths.settingsPreviews(), label: t("members.settings.tabs.previews") },
    { key: "credits", href: paths.settingsCredits(), label: t("members.settings.tabs.credits") },
    { key: "words", href: paths.wordsOfHosts(), label: t("members.settings.tabs.words") },
  ];
  return (
    <>
      <PageTitle>{t("members.settings.title")}</PageTitle>
      <Tabs
        label={t("members.settings.tabsLabel")}
        items={tabs.map(({ key, ...tab }) => ({ ...tab, current: key === current }))}
      />
    </>
  );
}
