import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Menu } from "@/ui/menu";
import { FOLLOW_LEVELS } from "../shape";
import type { SpaceView } from "../views";
import { LEVEL_WORDS } from "./stage-words";

/** How much of a space one hears of: the four levels, and the way to one's place in it. Nothing without a place. */
export function FollowMenu({ space, back, t }: { space: SpaceView; back: string; t: Words }) {
  if (space.level === null) return null;
  const current = space.level;
  const levels = FOLLOW_LEVELS.map((level) => {
    const name = t(LEVEL_WORDS[level].name);
    return {
      label: level === current ? t("spaces.follow.now", { level: name }) : name,
      ...(level === current ? { icon: "check" as const } : {}),
      procedure: "spaces.setLevel",
      back,
      values: { space: space.id, level },
    };
  });
  const yours = { label: t("spaces.follow.yours"), href: `${paths.aboutSpace(space.slug)}#place` };
  const label = t("spaces.follow.menu", { space: space.name, level: t(LEVEL_WORDS[current].name) });
  return <Menu label={label} icon="bell" items={[...levels, yours]} />;
}
