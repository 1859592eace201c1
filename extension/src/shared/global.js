// First of every list of scripts. The global lives as long as the page's isolated world, the worker or the document.
if (!("OnRecord" in globalThis)) Object.defineProperty(globalThis, "OnRecord", { value: {} });
