/**
 * Files that were dropped or chosen, with the folder they lie in. Folders are read one level deep,
 * as the command line does.
 *
 * @typedef {{name: string, content: File, folder: string}} Taken
 */

/** @param {FileList} list @returns {Taken[]} */
export function chosen(list) {
  return [...list].map((file) => ({ name: file.name, content: file, folder: folderOf(file.webkitRelativePath) }));
}

/** @param {DataTransfer} transfer @returns {Promise<Taken[]>} */
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (entries.every((each) => !each?.isDirectory)) {
    return chosen(transfer.files);
  }
  const taken = await Promise.all(entries.map((each) => (each ? within(each) : [])));
  return taken.flat();
}

/** @param {FileSystemEntry} entry @returns {Promise<Taken[]>} */
async function within(entry) {
  if (entry.isFile) {
    return [await taken(/** @type {FileSystemFileEntry} */ (entry), "")];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  const inside = [];
  // A browser hands out some entries at a time, and none at the end.
  for (let some = await next(reader); some.length > 0; some = await next(reader)) {
    inside.push(...some);
  }
  return Promise.all(
    inside.filter((each) => each.isFile).map((each) => taken(/** @type {FileSystemFileEntry} */ (each), entry.name)),
  );
}

/** @param {FileSystemDirectoryReader} reader @returns {Promise<FileSystemEntry[]>} */
function next(reader) {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

/**
 * @param {FileSystemFileEntry} entry
 * @param {string} folder
 * @returns {Promise<Taken>}
 */
function taken(entry, folder) {
  return new Promise((resolve, reject) =>
    entry.file((file) => resolve({ name: file.name, content: file, folder }), reject),
  );
}

/** @param {string} path */
function folderOf(path) {
  const parts = path.split("/");
  return parts.length > 1 ? parts[parts.length - 2] : "";
}
