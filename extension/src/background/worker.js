// Chromium's service worker. Firefox loads the same scripts by itself: `background.scripts` in the manifest.
importScripts(
  "/src/shared/global.js",
  "/src/shared/codes.js",
  "/src/shared/texts.js",
  "/src/shared/settings.js",
  "/src/shared/kits.js",
  "/src/quotes/code_points.js",
  "/src/quotes/marks.js",
  "/src/quotes/metadata.js",
  "/src/background/server.js",
  "/src/background/history.js",
  "/src/background/tabs.js",
  "/src/background/button_access.js",
  "/src/background/listeners.js",
);
