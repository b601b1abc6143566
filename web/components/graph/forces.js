/**
 * Lays out graphs by forces in a worker, one after the other. Of several that are asked for, the
 * caller takes the last.
 */
export class Forces {
  constructor() {
    /** @type {Worker|null} */
    this.worker = null;
    this.job = 0;
  }

  /**
   * @param {Array<{id: string, x?: number, y?: number, fixed?: boolean}>} nodes
   * @param {ReadonlyArray<{from: string, to: string}>} edges
   * @param {number} heat how much may move: 1 all, less where most stands well
   * @returns {Promise<Map<string, {x: number, y: number}>>}
   */
  layOut(nodes, edges, heat) {
    const worker = (this.worker ??= new Worker("/web/components/graph/layout-worker.js"));
    const job = ++this.job;
    return new Promise((done, failed) => {
      const stop = new AbortController();
      const { signal } = stop;
      worker.addEventListener(
        "message",
        ({ data }) => {
          if (data.job === job) {
            stop.abort();
            done(new Map(data.places.map((/** @type {[string, number, number]} */ [id, x, y]) => [id, { x, y }])));
          }
        },
        { signal },
      );
      worker.addEventListener(
        "error",
        (event) => {
          stop.abort();
          failed(new Error(event.message || "The layout could not be worked out"));
        },
        { signal },
      );
      worker.postMessage({ job, nodes, edges: edges.map(({ from, to }) => ({ from, to })), heat });
    });
  }

  close() {
    this.worker?.terminate();
    this.worker = null;
  }
}
