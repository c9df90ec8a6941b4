import type { ReactNode } from "react";
import { Callout, type CalloutTone } from "@/ui/callout";

/** What just happened, told once and politely. It stands in the page even when empty, so that a later word is heard. */
export function Flash({ tone = "good", children }: { tone?: CalloutTone; children?: ReactNode }) {
  return (
    <div className="flash" role="status">
      {children ? <Callout tone={tone}>{children}</Callout> : null}
    </div>
  );
}
