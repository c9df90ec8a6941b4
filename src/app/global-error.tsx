"use client";
import { documentChoices, Fault } from "@/app/fault";
import "./globals.css";

/** The last net: the frame itself broke, so this draws its own. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { lang, theme } = documentChoices();
  return (
    <html lang={lang} data-theme={theme}>
      <body>
        <Fault reference={error.digest} retry={reset} />
      </body>
    </html>
  );
}
