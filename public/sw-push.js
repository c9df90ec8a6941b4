/* What a service worker does with notices: shows one, and leads to what it tells when it is pressed. */
self.addEventListener("push", (event) => {
  const told = event.data?.json();
  if (!told) return;
  const { title, body, url, tag } = told;
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { url }, icon: "/icon-180.png" }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = new URL(event.notification.data?.url ?? "/notices", self.location.origin);
  if (url.origin !== self.location.origin) return;
  event.waitUntil(self.clients.openWindow(url.href));
});
