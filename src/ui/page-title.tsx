import type { ReactNode } from "react";

type PageTitleProps = {
  children: ReactNode;
  /** Above it: the room this page is in, usually a link. */
  kicker?: ReactNode;
  /** Under it: one sentence. */
  lead?: ReactNode;
  /** Under it: who, where, when; each child is one part. */
  meta?: ReactNode;
  actions?: ReactNode;
};

/** The one h1 of a page. */
export function PageTitle({ children, kicker, lead, meta, actions }: PageTitleProps) {
  return (
    <header className="page-title">
      {kicker ? <p className="kicker">{kicker}</p> : null}
      <div className="page-title-line">
        <h1>{children}</h1>
        {actions ? <div className="button-row">{actions}</div> : null}
      </div>
      {lead ? <p className="lead">{lead}</p> : null}
      {meta ? <div className="meta">{meta}</div> : null}
    </header>
  );
}

/** A part of a page with its own heading. */
export function Section({ title, action, children }: { title: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
