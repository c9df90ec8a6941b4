import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { fontClasses } from "@/app/fonts";
import { currentLocale } from "@/assembly/server-caller";
import { words } from "@/i18n/words";
import { THEME_COOKIE, themeOf } from "@/ui/theme";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = words(await currentLocale());
  return {
    title: { template: t("shell.titleOf", { page: "%s" }), default: t("shell.name") },
    description: t("shell.tagline"),
    applicationName: t("shell.name"),
    manifest: "/manifest.webmanifest",
    icons: { icon: "/favicon.svg", apple: "/icon-180.png" },
    formatDetection: { telephone: false },
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdf9f3" },
    { media: "(prefers-color-scheme: dark)", color: "#18130f" },
  ],
};

/** The frame of every document: its language, its faces, and the reader's choice of day or night. Guards nothing. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([currentLocale(), cookies()]);
  return (
    <html lang={locale} data-theme={themeOf(jar.get(THEME_COOKIE)?.value)} className={fontClasses}>
      <body>{children}</body>
    </html>
  );
}
