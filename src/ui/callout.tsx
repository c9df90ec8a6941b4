import type { ReactNode } from "react";
import { Icon } from "@/ui/icon";

export type CalloutTone = "info" | "good" | "bad";

/** Something to know before reading on. Not an alert: what appears later stands in a `Flash` or a form's alert. */
export function Callout({
  tone = "info",
  title,
  children,
}: {
  tone?: CalloutTone;
  title?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="callout" data-tone={tone}>
      <Icon name={tone} />
      <div>
        {title ? <p className="callout-title">{title}</p> : null}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
