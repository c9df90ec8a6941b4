"use client";
import english from "@/i18n/messages/en/fault.json";
import french from "@/i18n/messages/fr/fault.json";
import { Button } from "@/ui/button";
import { PageTitle } from "@/ui/page-title";

/** The reader's choices as the document that broke still carries them. */
export function documentChoices(): { lang: string; theme: string } {
  if (typeof document === "undefined") return { lang: "en", theme: "system" };
  const { lang, dataset } = document.documentElement;
  return { lang: lang || "en", theme: dataset.theme ?? "system" };
}

/** What a reader sees when something broke: an apology, a reference to quote, and a way on. */
export function Fault({ reference, retry }: { reference: string | undefined; retry: () => void }) {
  const t = documentChoices().lang === "fr" ? french : english;
  return (
    <div className="plain-page">
      <main id="text" role="alert">
        <PageTitle lead={t.text}>{t.title}</PageTitle>
        <Button look="primary" onClick={retry}>
          {t.retry}
        </Button>
        {reference ? <p className="quiet fine mt-6">{t.reference.replace("{ref}", reference)}</p> : null}
      </main>
    </div>
  );
}
