import type { Metadata } from "next";
import { currentLocale } from "@/assembly/server-caller";
import { words } from "@/i18n/words";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { PageTitle } from "@/ui/page-title";
import { PlainPage } from "@/ui/shell";

/** The page says its own title: metadata of this file do not reach an address whose page says that nothing is there. */
export const metadata: Metadata = { title: null };

/** What is not there, or not for this reader: the two look the same. */
export default async function NotFound() {
  const t = words(await currentLocale());
  return (
    <PlainPage brand={{ name: t("shell.name"), href: paths.home() }}>
      <title>{t("shell.titleOf", { page: t("shell.missing.title") })}</title>
      <PageTitle lead={t("shell.missing.text")}>{t("shell.missing.title")}</PageTitle>
      <LinkButton href={paths.home()}>{t("shell.missing.action")}</LinkButton>
    </PlainPage>
  );
}
