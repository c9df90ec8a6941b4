import type { Metadata } from "next";
import { currentLocale } from "@/assembly/server-caller";
import { words } from "@/i18n/words";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { PageTitle } from "@/ui/page-title";
import { PlainPage } from "@/ui/shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale())("shell.missing.title") };
}

/** What is not there, or not for this reader: the two look the same. */
export default async function NotFound() {
  const t = words(await currentLocale());
  return (
    <PlainPage brand={{ name: t("shell.name"), href: paths.home() }}>
      <PageTitle lead={t("shell.missing.text")}>{t("shell.missing.title")}</PageTitle>
      <LinkButton href={paths.home()}>{t("shell.missing.action")}</LinkButton>
    </PlainPage>
  );
}
