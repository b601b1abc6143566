/**
 * The rules to ask of what is looked at: all, or of one organisation those that can keep to one.
 * Nothing is named where all can, so that the address stays short.
 *
 * @param {import("./views.js").Catalogue} catalogue
 * @param {import("./views.js").Organisation|null} org
 * @returns {Array<[string, string]>} parameters of `/api/v1/gaps`
 */
export function rulesFor(catalogue, org) {
  const rules = catalogue.queries.filter((each) => each.severity);
  const kept = rules.filter((each) => each.parameters.some((parameter) => parameter.name === "org"));
  return org && kept.length < rules.length ? kept.map((each) => ["rule", each.name]) : [];
}
