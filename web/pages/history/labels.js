import { sparql } from "../../app/api.js";
import { isIri } from "../../app/words.js";

/** So many IRIs fit into the address of one request. */
const BATCH = 60;

/**
 * What things are called now; those without a label are left out.
 *
 * @param {Iterable<string>} iris
 * @returns {Promise<Map<string, string>>}
 */
export async function labelsOf(iris) {
  const all = [...new Set(iris)].filter(isIri);
  /** @type {Map<string, string>} */
  const labels = new Map();
  const batches = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH));
  for (const batch of batches) {
    const { rows } = await sparql(
      `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
       SELECT ?thing (MIN(?each) AS ?label) { VALUES ?thing { ${batch.map((each) => `<${each}>`).join(" ")} } ?thing rdfs:label ?each } GROUP BY ?thing`,
    );
    rows.forEach((row) => labels.set(row.thing.value, row.label.value));
  }
  return labels;
}
