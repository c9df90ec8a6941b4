"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/ui/button";

type PushSwitchProps = {
  /** The key by which push services know this Levain. */
  publicKey: string;
  /** Whether this device already shows notices. */
  on: boolean;
  words: {
    turnOn: string;
    turnOff: string;
    isOn: string;
    isOff: string;
    denied: string;
    unable: string;
    failed: string;
  };
};

type State = "asking" | "ready" | "unable" | "denied" | "failed" | "busy";

/** Notices on this device. The browser asks the person itself, and only after they pressed the button. */
export function PushSwitch({ publicKey, on, words }: PushSwitchProps) {
  const router = useRouter();
  const [state, setState] = useState<State>("asking");
  useEffect(() => {
    const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
    if (!able) setState("unable");
    else setState(Notification.permission === "denied" ? "denied" : "ready");
  }, []);
  const press = async () => {
    setState("busy");
    const done = await (on ? turnOff() : turnOn(publicKey)).catch(() => "failed" as const);
    setState(done);
    if (done === "ready") router.refresh();
  };
  if (state === "asking") return null;
  if (state === "unable" || state === "denied") return <p className="quiet">{words[state]}</p>;
  return (
    <>
      <p className="quiet mb-4">{on ? words.isOn : words.isOff}</p>
      {state === "failed" ? (
        <p role="alert" className="field-error">
          {words.failed}
        </p>
      ) : null}
      <Button onClick={press} aria-busy={state === "busy" || undefined} icon="bell">
        {on ? words.turnOff : words.turnOn}
      </Button>
    </>
  );
}

async function turnOn(publicKey: string): Promise<State> {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  await navigator.serviceWorker.register("/sw.js");
  const worker = await navigator.serviceWorker.ready;
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = subscription.toJSON();
  return send("push.add", { endpoint: endpoint ?? "", p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" });
}

async function turnOff(): Promise<State> {
  const worker = await navigator.serviceWorker.getRegistration();
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
  return send("push.remove", {});
}

async function send(procedure: string, fields: Record<string, string>): Promise<State> {
  const answer = await fetch(`/form/${procedure}`, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({ ...fields, _back: "/settings/notices" }),
  });
  return answer.ok ? "ready" : "failed";
}
