import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Tabs } from "@/ui/tabs";

type Page = "boards" | "roadmap" | "promises" | "workbench" | "changelog" | "founders" | "desk";

type IdeasTabsProps = {
  t: Words;
  current: Page;
  /** The features that the reader has. */
  features: ReadonlySet<string>;
  /** True for hosts, who have a desk here. */
  team: boolean;
};

/** The pages about ideas: where they stand, what comes, and what was promised; as far as the stage opens them. */
export function IdeasTabs({ t, current, features, team }: IdeasTabsProps) {
  const tab = (key: Page, href: string) => ({
    key,
    href,
    label: key === "desk" ? t("ideas.desk.tab") : t(`feedback.tabs.${key}`),
    current: key === current,
  });
  return (
    <Tabs
      label={t("feedback.tabs.label")}
      items={[
        tab("boards", paths.boards()),
        tab("roadmap", paths.roadmap()),
        tab("promises", paths.promises()),
        tab("workbench", paths.workbench()),
        tab("changelog", paths.changelog()),
        tab("founders", paths.founders()),
        tab("desk", paths.boardsDesk()),
      ].filter(({ key }) => key === "boards" || key === "workbench" || (key === "desk" ? team : features.has(key)))}
    />
  );
}
