import type { ReactNode } from "react";
import { Icon } from "@/ui/icon";
import type { IconName } from "@/ui/icon-shapes";

export type BadgeTone = "plain" | "accent" | "good" | "bad";

/** A word or two about a thing's state. The words carry the meaning, the tone only repeats it. */
export function Badge({ tone = "plain", icon, children }: { tone?: BadgeTone; icon?: IconName; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  );
}
