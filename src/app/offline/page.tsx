import type { Metadata } from "next";
import { currentLocale } from "@/assembly/server-caller";
import { words } from "@/i18n/words";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { PageTitle } from "@/ui/page-title";
import { PlainPage } from "@/ui/shell";

export const metadata: Metadata = { title: null };

/** What a device shows while it has no network (public/sw.js keeps it). It knows nobody. */
export default async function OfflinePage() {
  const t = words(await currentLocale());
  return (
    <PlainPage brand={{ name: t("shell.name"), href: paths.home() }}>
      <title>{t("shell.titleOf", { page: t("shell.offline.title") })}</title>
      <PageTitle lead={t("shell.offline.text")}>{t("shell.offline.title")}</PageTitle>
      <LinkButton href={paths.home()} prefetch={false}>
        {t("shell.offline.again")}
      </LinkButton>
    </PlainPage>
  );
}
