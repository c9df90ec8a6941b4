import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Tabs } from "@/ui/tabs";

/** The pages about ideas: where they stand, what comes, and what was promised. */
export function IdeasTabs({ t, current }: { t: Words; current: "boards" | "roadmap" | "promises" | "changelog" }) {
  const tab = (key: typeof current, href: string) => ({
    href,
    label: t(`feedback.tabs.${key}`),
    current: key === current,
  });
  return (
    <Tabs
      label={t("feedback.tabs.label")}
      items={[
        tab("boards", paths.boards()),
        tab("roadmap", paths.roadmap()),
        tab("promises", paths.promises()),
        tab("changelog", paths.changelog()),
      ]}
    />
  );
}
