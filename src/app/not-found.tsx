import type { Metadata } from "next";
import { currentLocale } from "@/assembly/server-caller";
import { Missing } from "@/assembly/shell/missing";
import { words } from "@/i18n/words";
import { paths } from "@/paths";
import { PlainPage } from "@/ui/shell";

/** The page says its own title. */
export const metadata: Metadata = { title: null };

/** Addresses that no page has. */
export default async function NotFound() {
  const t = words(await currentLocale());
  return (
    <PlainPage brand={{ name: t("shell.name"), href: paths.home() }}>
      <title>{t("shell.titleOf", { page: t("shell.missing.title") })}</title>
      <Missing t={t} />
    </PlainPage>
  );
}
