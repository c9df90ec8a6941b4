import type { MetadataRoute } from "next";
import { currentLocale } from "@/assembly/server-caller";
import { words } from "@/i18n/words";
import { paths } from "@/paths";

/** What a device needs in order to install Levain, in the language of whoever installs it. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const locale = await currentLocale();
  const t = words(locale);
  return {
    id: paths.home(),
    name: t("shell.name"),
    short_name: t("shell.name"),
    description: t("shell.tagline"),
    lang: locale,
    dir: "ltr",
    start_url: paths.home(),
    scope: paths.home(),
    display: "standalone",
    background_color: "#fdf9f3",
    theme_color: "#fdf9f3",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: t("shell.nav.spaces"), url: paths.spaces() },
      { name: t("notices.bell.name"), url: paths.notices() },
    ],
  };
}
