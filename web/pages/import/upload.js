import { Problem, withQuery } from "../../app/api.js";
import { refused } from "../../app/write.js";
import { lastOf } from "./lines.js";

/**
 * Sends files to the server and tells how far it is: first by the bytes sent, then by the rows that
 * the server has read, checked and written.
 *
 * @typedef {import("./lines.js").Line} Line
 * @typedef {{stage: string, done: number, total: number}} Progress
 *
 * @param {object} given
 * @param {Array<{name: string, content: Blob}>} given.files
 * @param {Array<[string, string|null]>} given.parameters
 * @param {string} given.secret
 * @param {AbortSignal} given.signal stops the upload; the server then gives the import up, unless
 *     it is already committing
 * @param {(progress: Progress) => void} given.told
 * @returns {Promise<any>} the report
 */
export function upload({ files, parameters, secret, signal, told }) {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    for (const file of files) {
      body.append("file", file.content, file.name);
    }
    const request = new XMLHttpRequest();
    request.open("POST", withQuery("/api/v1/imports", parameters));
    request.setRequestHeader("Authorization", `Bearer ${secret}`);
    request.setRequestHeader("Accept", "application/x-ndjson");
    request.upload.addEventListener("progress", (event) =>
      told({ stage: "SENDING", done: event.loaded, total: event.total }),
    );
    request.addEventListener("progress", () => {
      const line = lastOf(request.responseText, false);
      if (line?.progress) {
        told(line.progress);
      }
    });
    request.addEventListener("load", () => {
      if (request.status !== 200 && request.status !== 201) {
        reject(refused(request.status, request.responseText));
        return;
      }
      const line = lastOf(request.responseText, true);
      if (line?.report) {
        resolve(line.report);
      } else {
        reject(new Problem(line?.problem?.title ?? "The import broke off", line?.problem?.detail ?? "The history tells whether it went through."));
      }
    });
    request.addEventListener("error", () =>
      reject(new Problem("The connection broke off", "The history tells whether the import went through.")),
    );
    request.addEventListener("abort", () => reject(new DOMException("Cancelled", "AbortError")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}
