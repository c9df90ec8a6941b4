import type { ReactNode } from "react";

/** Things under one another with room between them. */
export function Stack({ gap = "normal", children }: { gap?: "small" | "normal"; children: ReactNode }) {
  return (
    <div className="stack" data-gap={gap}>
      {children}
    </div>
  );
}
