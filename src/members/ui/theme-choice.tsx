"use client";
import { useEffect, useState } from "react";
import { THEME_COOKIE, THEMES, type Theme, themeOf } from "@/ui/theme";

const YEAR_SECONDS = 31_536_000;

type ThemeChoiceProps = { legend: string; labels: Readonly<Record<Theme, string>> };

/** Day, night, or as the device wishes: kept on this device, and in force at once. */
export function ThemeChoice({ legend, labels }: ThemeChoiceProps) {
  const [theme, setTheme] = useState<Theme | null>(null);
  useEffect(() => setTheme(themeOf(document.documentElement.dataset.theme)), []);
  const choose = (next: Theme) => {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    const secure = location.protocol === "https:" ? "; secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser that Levain serves
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
  };
  return (
    <fieldset className="choices">
      <legend className="hidden-words">{legend}</legend>
      {THEMES.map((one) => (
        <div key={one} className="choice">
          <input
            type="radio"
            id={`theme-${one}`}
            name="theme"
            value={one}
            checked={theme === one}
            disabled={theme === null}
            onChange={() => choose(one)}
          />
          <label htmlFor={`theme-${one}`}>{labels[one]}</label>
        </div>
      ))}
    </fieldset>
  );
}
