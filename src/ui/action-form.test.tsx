// @vitest-environment happy-dom
import { Router } from "@tests/gallery/router";
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ActionForm } from "@/ui/action-form";
import { Checkbox, RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";

const words = { busy: "One moment…", network: "No network.", fault: "Broke.", reference: "Reference: {ref}" };
const push = vi.fn<(to: string) => void>();

const Page = ({ refused, clears }: { refused?: RefusedForm; clears?: boolean }) => (
  <Router push={push}>
    <ActionForm
      procedure="posts.publish"
      back="/here"
      words={words}
      hidden={{ spaceId: "s1", none: null }}
      refused={refused}
      clears={clears}
    >
      <Field name="title" label="Title" hint="Short." required max={10}>
        <TextInput />
      </Field>
      <Field name="body" label="Body" value="First">
        <TextArea />
      </Field>
      <Field name="site" label="Site" value="lyon">
        <Select
          options={[
            { value: "paris", label: "Paris" },
            { value: "lyon", label: "Lyon" },
          ]}
        />
      </Field>
      <Checkbox name="news" label="News" checked />
      <RadioGroup
        name="mail"
        legend="Mail"
        value="each"
        options={[
          { value: "each", label: "Each" },
          { value: "none", label: "None" },
        ]}
      />
      <SubmitButton name="do" value="it">
        Publish
      </SubmitButton>
    </ActionForm>
  </Router>
);

let root: Root;
const find = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
const show = (page: ReactNode) => act(async () => root.render(page));
const press = () => act(async () => find<HTMLButtonElement>("button[type=submit]").click());
const answer = (status: number, body: unknown) => {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => Response.json(body, { status }));
  vi.stubGlobal("fetch", fetched);
  return fetched;
};

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  document.body.innerHTML = "<div id=root></div>";
  root = createRoot(find("#root"));
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
  push.mockClear();
});

describe("a form without JavaScript", () => {
  it("is an ordinary form that the browser can send by itself", () => {
    const html = renderToString(<Page />);
    expect(html).toContain('action="/form/posts.publish" method="post"');
    expect(html).toContain('<input type="hidden" name="_back" value="/here"/>');
    expect(html).toContain('name="spaceId" value="s1"');
    expect(html).not.toContain('name="none"');
    expect(html).not.toContain("novalidate");
  });
  it("comes back with what was typed, and says what was wrong beside it", () => {
    const values = { title: "Too long for this", body: "Typed", site: "paris", mail: "none" };
    const html = renderToString(<Page refused={{ message: "Look again.", fields: { title: ["Shorter."] }, values }} />);
    document.body.innerHTML = html;
    expect(find<HTMLInputElement>("[name=title]").value).toBe("Too long for this");
    expect(find("[name=title]").getAttribute("aria-invalid")).toBe("true");
    expect(find("[name=body]").textContent).toBe("Typed");
    expect(find<HTMLOptionElement>("option[value=paris]").hasAttribute("selected")).toBe(true);
    expect(find<HTMLInputElement>("[name=news]").hasAttribute("checked")).toBe(false);
    expect(find<HTMLInputElement>("[value=none]").hasAttribute("checked")).toBe(true);
    expect(find("[role=alert]").textContent).toContain("Look again.");
  });
});

describe("a form with JavaScript", () => {
  it("is sent in place, with the button that was pressed, and leads on", async () => {
    const fetched = answer(200, { to: "/posts/1" });
    await show(<Page />);
    await press();
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe("/form/posts.publish");
    expect(init?.headers).toEqual({ accept: "application/json" });
    expect(Object.fromEntries(init?.body as URLSearchParams)).toEqual({
      _back: "/here",
      spaceId: "s1",
      title: "",
      body: "First",
      site: "lyon",
      news: "yes",
      mail: "each",
      do: "it",
    });
    expect(push).toHaveBeenCalledWith("/posts/1");
  });
  it("keeps what was typed when it is refused, and goes to the first error", async () => {
    answer(400, {
      refusal: { code: "invalid", message: "Look again.", fields: { body: ["Rude."], spaceId: ["Gone."] } },
    });
    await show(<Page />);
    find<HTMLTextAreaElement>("[name=body]").value = "What I typed";
    await press();
    const body = find<HTMLTextAreaElement>("[name=body]");
    expect(body.value).toBe("What I typed");
    expect(document.activeElement).toBe(body);
    const described = body.getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(described)?.textContent).toBe("Rude.");
    expect(find("[role=alert]").textContent).toBe("Look again.Gone.");
    expect(push).not.toHaveBeenCalled();
  });
  it("says when the network did not answer, and goes to those words", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
    await show(<Page />);
    await press();
    expect(find("[role=alert]").textContent).toBe("No network.");
    expect(document.activeElement).toBe(find("[role=alert]"));
  });
  it("gives the reference of a fault", async () => {
    answer(500, { refusal: { ref: "r-9" } });
    await show(<Page />);
    await press();
    expect(find("[role=alert]").textContent).toBe("Broke.Reference: r-9");
  });
  it("is sent once, however often the button is pressed", async () => {
    const gate = Promise.withResolvers<Response>();
    const fetched = vi.fn(() => gate.promise);
    vi.stubGlobal("fetch", fetched);
    await show(<Page />);
    await press();
    const button = find("button[type=submit]");
    expect(button.textContent).toBe("One moment…");
    expect(button.getAttribute("aria-busy")).toBe("true");
    await press();
    expect(fetched).toHaveBeenCalledTimes(1);
    await act(async () => gate.resolve(Response.json({ to: "/" })));
    expect(find("button[type=submit]").textContent).toBe("Publish");
  });
  it("empties itself afterwards when it is told to", async () => {
    answer(200, { to: "/here" });
    await show(<Page clears />);
    find<HTMLTextAreaElement>("[name=body]").value = "A comment";
    await press();
    expect(find<HTMLTextAreaElement>("[name=body]").value).toBe("First");
  });
});
