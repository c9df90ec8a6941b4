import { withReceiver } from "@tests/support/receiver";
import { beforeEach, describe, expect, test } from "vitest";
import { provideEnv } from "@/platform/env";
import { postTo } from "./post";

const receiver = withReceiver();
beforeEach(() => {
  receiver().received.length = 0;
  receiver().answer = { status: 204 };
});

const send = (url: string) => postTo(url, { "webhook-id": "msg_1" }, "{}");

describe("an address within the house is not asked", () => {
  test.each([
    "https://127.0.0.1/",
    "https://localhost/",
    "https://[::1]/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://[fd00:ec2::254]/",
    "https://[fe80::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:a9fe:a9fe]/",
    "https://[64:ff9b::7f00:1]/",
    "https://0.0.0.0/",
    "https://0/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://100.64.0.1/",
    "https://224.0.0.1/",
    "http://93.184.216.34/",
  ])("%s", async (url) => {
    provideEnv({ WEBHOOK_LOCAL: "false" });
    expect(await send(url)).toMatchObject({ status: null, error: "refused-address" });
  });

  test("nor is this machine without leave, whatever listens there", async () => {
    provideEnv({ WEBHOOK_LOCAL: "false" });
    const here = receiver().url.replace("http:", "https:");
    for (const url of [receiver().url, here, here.replace("127.0.0.1", "localhost")])
      expect(await send(url)).toMatchObject({ error: "refused-address" });
    expect(receiver().received).toEqual([]);
    provideEnv({ WEBHOOK_LOCAL: "true" });
    expect(await send(receiver().url)).toMatchObject({ status: 204, error: null });
    // The leave is for this machine alone.
    expect(await send("http://10.0.0.1/")).toMatchObject({ error: "refused-address" });
    expect(await send("http://169.254.169.254/")).toMatchObject({ error: "refused-address" });
  });
});

describe("what is answered", () => {
  test("is not followed elsewhere", async () => {
    receiver().answer = { status: 302, headers: { location: `${receiver().url}/elsewhere` } };
    expect(await send(receiver().url)).toMatchObject({ status: 302 });
    expect(receiver().received.map(({ path }) => path)).toEqual(["/hook"]);
  });

  test("is kept in its first signs alone, however long it is", async () => {
    receiver().answer = { status: 500, body: "x".repeat(5_000_000) };
    const { status, answer } = await send(receiver().url);
    expect(status).toBe(500);
    expect(answer).toBe("x".repeat(500));
  });

  test("is nothing where nobody listens", async () => {
    expect(await send("http://127.0.0.1:9/")).toMatchObject({ status: null, error: "unreachable" });
  });
});
