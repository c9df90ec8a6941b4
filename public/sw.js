// The service worker: an offline page, and the files of a build. Pages are never kept: they are personal, and what one
// may no longer see must not stay on a device. A new version takes over at once: since pages come from the network
// alone, an open page and a newer worker get along, and nobody is held by an old one. Count VERSION up with each change.
importScripts("/sw-push.js");

const VERSION = "2";
const SHELL = `levain-shell-${VERSION}`;
const FILES = `levain-files-${VERSION}`;
const OFFLINE = "/offline";
const FILES_MAX = 200;

self.addEventListener("install", (event) => {
  event.waitUntil(keepOffline());
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith("levain-") && name !== SHELL && name !== FILES) await caches.delete(name);
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(file(request));
});

/** The network's answer whenever there is a network; never a page that was kept. */
async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(OFFLINE, { cacheName: SHELL })) ?? Response.error();
  }
}

/** Files of a build never change under their names. */
async function file(request) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    const names = await cache.keys();
    for (const old of names.slice(0, Math.max(0, names.length - FILES_MAX))) await cache.delete(old);
  }
  return answer;
}

/**
 * The page for when there is no network, in the language of whoever installs it, with all files of the build that it
 * names: one script that is missing, and the page would break where it says that there is no network.
 */
async function keepOffline() {
  const answer = await fetch(OFFLINE, { cache: "reload" });
  if (!answer.ok) return;
  const html = await answer.clone().text();
  await (await caches.open(SHELL)).put(OFFLINE, answer);
  const named = [...html.matchAll(/static\/(?:chunks|css|media)\/[\w.~/%-]+\.(?:css|js)/g)].map(([file]) => `/_next/${file}`);
  const files = await caches.open(FILES);
  await Promise.allSettled([...new Set(named)].map((file) => files.add(file)));
}
