/** How the pages look: as the device wishes, or always by day, or always by night. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that keeps the choice; the server reads it, so that no page ever flashes in the wrong colours. */
export const THEME_COOKIE = "levain-theme";

/** The theme that a cookie or a setting names, else the device's. */
export function themeOf(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
