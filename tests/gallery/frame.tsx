import type { ReactNode } from "react";
import { formats } from "@/i18n/format";
import { shellWords } from "@/i18n/shell-words";
import { words } from "@/i18n/words";
import { Avatar } from "@/ui/avatar";
import { Menu } from "@/ui/menu";
import { Shell } from "@/ui/shell";

export const t = words("en");
export const format = formats("en", "Europe/Paris", new Date("2026-03-12T10:00:00Z"));

const home = { href: "/", label: "Home", icon: "home", current: true } as const;
const spaces = { href: "/spaces", label: "Spaces", icon: "spaces" } as const;
const people = { href: "/people", label: "People", icon: "people" } as const;
const ideas = { href: "/boards", label: "Ideas", icon: "idea", count: { number: 3, words: "3 new" } } as const;

/** A page of the house with believable surroundings. */
export function Frame({
  aside,
  flash,
  wide,
  children,
}: {
  aside?: ReactNode;
  flash?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Shell
      brand={{ name: "Levain", href: "/" }}
      nav={[
        { items: [home, spaces, people, ideas, { href: "/search", label: "Search", icon: "search" }] },
        {
          title: "My spaces",
          items: [
            { href: "/spaces/bread", label: "Bread at work" },
            { href: "/spaces/site", label: "Lyon site", count: { number: 12, words: "12 new posts" } },
            { href: "/spaces/long", label: "A space with quite a long name" },
          ],
        },
        {
          title: "For the team",
          items: [
            { href: "/care", label: "Care desk", icon: "care" },
            { href: "/launch", label: "Launch room", icon: "launch" },
          ],
        },
      ]}
      bar={[home, spaces, people, ideas]}
      foot={
        <a className="nav-link" href="/settings">
          <Avatar id="p1" name="Chloé Marchand" size="small" />
          <span>Chloé Marchand</span>
        </a>
      }
      mast={<Menu label="Your account" icon="person" items={[{ label: "Settings", href: "/settings" }]} />}
      aside={aside}
      flash={flash}
      wide={wide}
      words={shellWords(t)}
    >
      {children}
    </Shell>
  );
}
