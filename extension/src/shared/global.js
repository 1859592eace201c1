// First of every list of scripts. The global lives as long as the page's isolated world, the worker or the document.
// A page's elements are properties of its window by their names, though none of its own: `in` would find them.
if (!Object.hasOwn(globalThis, "OnRecord")) Object.defineProperty(globalThis, "OnRecord", { value: {} });
