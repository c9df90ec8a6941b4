"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { Callout } from "@/ui/callout";
import { classNames } from "@/ui/class-names";
import { FormContext, type RefusedForm } from "@/ui/form-state";
import { type Sent, sendForm } from "@/ui/send-form";

export type ActionFormWords = { busy: string; network: string; fault: string; reference: string };

type ActionFormProps = {
  /** The verb of the router that the form calls, such as `posts.publish`. */
  procedure: string;
  /** The path of this page: where the door returns to when it refuses a form sent without JavaScript. */
  back: string;
  words: ActionFormWords;
  /** The form as it came back, when it was sent without JavaScript and refused. */
  refused?: RefusedForm | null;
  /** Values that nobody types. */
  hidden?: Readonly<Record<string, string | number | null | undefined>>;
  /** True when the form carries files. */
  files?: boolean;
  /** Empties the form once it is done and the page stays, as a comment box does. */
  clears?: boolean;
  className?: string;
  /** Names the form for those who move by landmarks. */
  label?: string;
  children: ReactNode;
};

function toRefused(sent: Exclude<Sent, { kind: "done" }>, words: ActionFormWords): RefusedForm {
  const ref = sent.ref === undefined ? {} : { ref: sent.ref };
  if (sent.kind === "refused") return { message: sent.message, fields: sent.fields, ...ref };
  return { message: words[sent.because], ...ref };
}

/** Errors of inputs that are not on the page, or cannot be seen there, have to be told above the form. */
function homeless(form: HTMLFormElement, refused: RefusedForm): string[] {
  const seen = (name: string): boolean =>
    [...form.elements].some(
      (element) => element.getAttribute("name") === name && element.getAttribute("type") !== "hidden",
    );
  return Object.entries(refused.fields ?? {}).flatMap(([name, said]) => (seen(name) ? [] : said));
}

/**
 * A form that calls one verb. Without JavaScript the browser sends it; with it, it is sent in place:
 * errors appear beside their inputs, nothing that was typed is lost, and a second press does nothing.
 */
export function ActionForm(props: ActionFormProps) {
  const { procedure, back, words, hidden = {}, files = false, clears = false, className, label, children } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const [sending, setSending] = useState(false);
  const [leaving, startLeaving] = useTransition();
  const [refused, setRefused] = useState<RefusedForm | null>(props.refused ?? null);
  const [extra, setExtra] = useState<readonly string[]>([]);
  const busy = sending || leaving;

  useEffect(() => {
    if (!form.current) return;
    // From here on the server checks, in the reader's language; the browser's own bubbles would be in the browser's.
    form.current.noValidate = true;
    if (!refused) return;
    setExtra(homeless(form.current, refused));
    const first = form.current.querySelector<HTMLElement>("[data-invalid]");
    (first ?? alert.current)?.focus();
  }, [refused]);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    const native = event.nativeEvent;
    // A look at what was typed comes back as a page, with a script as without.
    if (native instanceof SubmitEvent && native.submitter?.getAttribute("name") === "_preview") return;
    event.preventDefault();
    if (busy) return;
    const target = event.currentTarget;
    setSending(true);
    const sent = await sendForm(target, native instanceof SubmitEvent ? native.submitter : null);
    setSending(false);
    if (sent.kind !== "done") {
      setExtra([]);
      setRefused(toRefused(sent, words));
      return;
    }
    setRefused(null);
    if (clears) target.reset();
    startLeaving(() => {
      router.push(sent.to);
      router.refresh();
    });
  };

  return (
    <FormContext
      value={{ busy, busyWords: words.busy, errors: refused?.fields ?? {}, values: props.refused?.values ?? {} }}
    >
      <form
        ref={form}
        className={classNames("form", className)}
        method="post"
        action={`/form/${procedure}`}
        encType={files ? "multipart/form-data" : undefined}
        aria-label={label}
        aria-busy={busy || undefined}
        onSubmit={send}
      >
        <input type="hidden" name="_back" value={back} />
        {Object.entries(hidden).map(([name, value]) =>
          value === null || value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {refused ? (
          <div ref={alert} role="alert" tabIndex={-1} className="form-alert">
            <Callout tone={refused.preview ? "info" : "bad"}>
              <p>{refused.message}</p>
              {extra.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {refused.ref ? <p className="fine">{words.reference.replace("{ref}", refused.ref)}</p> : null}
            </Callout>
            {refused.preview ? (
              // biome-ignore lint/security/noDangerouslySetInnerHtml: the server rendered and sanitised it
              <div className="form-preview prose" dangerouslySetInnerHTML={{ __html: refused.preview }} />
            ) : null}
          </div>
        ) : null}
        {children}
      </form>
    </FormContext>
  );
}
