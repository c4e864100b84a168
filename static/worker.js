/* Keeps KEPT.files, the same for everyone, and shows them where there is no network. It keeps nothing that anybody visits. */
addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forget()));
addEventListener("fetch", (event) => {
  const { request } = event, { pathname } = new URL(request.url);
  const shown = request.mode === "navigate" ? KEPT.copies[pathname] || KEPT.page : pathname;
  if (request.method === "GET" && KEPT.files.includes(shown)) event.respondWith(answer(request, shown));
});

async function keep() {
  const bundle = await caches.open(KEPT.name);
  await bundle.addAll(KEPT.files.map((file) => new Request(file, { cache: "reload", credentials: "omit" })));
  await skipWaiting();
}

async function forget() {
  for (const name of await caches.keys())
    if (name.startsWith(KEPT.names) && name !== KEPT.name) await caches.delete(name);
}

async function answer(request, shown) {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await (await caches.open(KEPT.name)).match(shown);
    if (found) return found;
    throw error;
  }
}
