import type { Words } from "@/i18n/words";
import type { PaletteWords } from "./palette";

/** What the palette says. */
export function paletteWords(t: Words): PaletteWords {
  return {
    title: t("members.palette.title"),
    hint: t("members.palette.hint"),
    nothing: t("members.palette.nothing"),
    search: t("members.palette.search", { words: "{words}" }),
    groups: {
      here: t("members.palette.here"),
      places: t("members.palette.places"),
      spaces: t("members.palette.spaces"),
      talks: t("members.palette.talks"),
      people: t("members.palette.people"),
      search: t("members.palette.all"),
    },
  };
}
