package io.controlgraph.bench;

import io.controlgraph.query.Form;
import io.controlgraph.query.Question;
import io.controlgraph.trace.coverage.Grouping;
import io.controlgraph.vocab.Cg;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** What the two servers are asked. */
final class Contests {
  private static final int THINGS = 50;

  /** An index of ten million quads takes about one minute. */
  private static final int SECONDS_TO_BUILD = 115;

  private static final String OURS = "/sparql?timeout=120";
  private static final String THEIRS = "query";
  private static final String COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }";
  private static final String NEIGHBOURS =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?direction ?property ?other ?label WHERE {
        {
          SELECT ?direction ?property ?other WHERE {
            { <%1$s> ?property ?other . BIND ("out" AS ?direction) }
            UNION { ?other ?property <%1$s> . BIND ("in" AS ?direction) }
          } LIMIT 500
        }
        OPTIONAL { ?other rdfs:label ?label }
      }
      """;

  private final Asked asked;

  Contests(Asked asked) {
    this.asked = asked;
  }

  /** What our server is asked first. */
  static Ask firstOfOurs() {
    return known("coverage", Map.of("by", "framework"));
  }

  /** The same of a server that may have to build its index first. */
  static Ask firstAtLast() {
    return firstOfOurs().allowing(SECONDS_TO_BUILD);
  }

  /** How many gaps there are, by each rule. */
  static Ask gapsCounted() {
    return api("gaps", Map.of("limit", "0"));
  }

  /** How many quads there are. */
  static Ask countOfOurs() {
    return Ask.query(OURS, COUNT);
  }

  /** How many quads there are. */
  static Ask countOfTheirs() {
    return Ask.query(THEIRS, COUNT);
  }

  /** The number in the answer to the question how many quads there are. */
  static String count(byte[] results) {
    return new String(results, StandardCharsets.UTF_8)
        .replaceAll("(?s).*\"value\"\\s*:\\s*\"(\\d+)\".*", "$1");
  }

  /** What Fuseki is asked first. */
  static Ask firstOfTheirs() {
    return Ask.query(THEIRS, "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1");
  }

  /** Coverage, what the first page shows, and gaps: all organisations. */
  List<Contest> figures() {
    List<Contest> figures = new ArrayList<>(coverage());
    figures.add(dashboard());
    figures.add(gaps());
    figures.addAll(gapsOf("risk/high-not-treated", "gaps/never-tested", "gaps/evidence-expired"));
    return figures;
  }

  /** Coverage of all organisations, summed up in each way. */
  private List<Contest> coverage() {
    return Arrays.stream(Grouping.values())
        .map(
            grouping ->
                Contest.of(
                    "coverage by " + grouping.id(),
                    api("coverage", Map.of("by", grouping.id())),
                    theirs("coverage/by-" + grouping.id())))
        .toList();
  }

  /** What was asked before at the same revision. */
  Contest again() {
    return Contest.of(
        "coverage by framework, asked again", firstOfOurs(), theirs("coverage/by-framework"));
  }

  /** What the first page shows: figures of coverage, and how many gaps there are by each rule. */
  private Contest dashboard() {
    List<Ask> theirs = new ArrayList<>();
    theirs.add(theirs("coverage/by-framework"));
    theirs.add(theirs("coverage/by-theme"));
    theirs.addAll(everyGap());
    return new Contest(
        "dashboard: coverage by framework and theme, gaps counted by rule",
        List.of(
            List.of(
                api("coverage", Map.of("by", "framework")),
                api("coverage", Map.of("by", "theme")),
                gapsCounted())),
        List.of(theirs));
  }

  /** A page of a hundred gaps over all rules. */
  private Contest gaps() {
    return new Contest(
        "page of 100 gaps, all rules",
        List.of(List.of(api("gaps", Map.of("limit", "100")))),
        List.of(everyGap()));
  }

  /** A page of a hundred gaps of some rules, one after the other. */
  private List<Contest> gapsOf(String... rules) {
    return Arrays.stream(rules)
        .map(
            rule ->
                Contest.of(
                    "page of 100 gaps, " + rule,
                    api("gaps", Map.of("rule", rule, "limit", "100")),
                    theirs(rule)))
        .toList();
  }

  private List<Ask> everyGap() {
    return asked.questions().stream()
        .filter(question -> question.severity() != null)
        .map(question -> theirs(question.name()))
        .toList();
  }

  /** Incidents, what depends on datasets, and neighbours. */
  List<Contest> traces() {
    List<Contest> contests = new ArrayList<>();
    contests.add(
        about(
            "trace of an incident",
            Cg.INCIDENT,
            iri -> api("trace", Map.of("node", iri)),
            iri ->
                Ask.query(
                    THEIRS,
                    asked.sparql("incident/incident-in-one-row", Map.of("incident", iri)))));
    contests.add(
        about(
            "impact of a dataset",
            Cg.DATASET,
            iri -> api("impact", Map.of("node", iri)),
            iri -> Ask.query(THEIRS, asked.sparql("trace/depends-on", Map.of("node", iri)))));
    contests.add(
        about(
            "neighbours of an AI system",
            Cg.AI_SYSTEM,
            iri ->
                Ask.api(
                    "/api/v1/neighbours?" + Ask.parameters(Map.of("node", iri, "limit", "500"))),
            iri -> Ask.query(THEIRS, NEIGHBOURS.formatted(iri))));
    return contests;
  }

  private Contest about(
      String name, Node type, Function<String, Ask> ours, Function<String, Ask> theirs) {
    List<String> things = asked.some(type, THINGS);
    return Contest.each(
        name, things.stream().map(ours).toList(), things.stream().map(theirs).toList());
  }

  /** Every question of the catalogue in the same words, in the scope of one organisation. */
  List<Contest> catalogue() {
    return selects().map(question -> same(question, asked.scoped(question))).toList();
  }

  /** Every question that can be asked over all organisations, in the same words. */
  List<Contest> catalogueOverAll() {
    return selects()
        .filter(question -> !Asked.needsArgument(question))
        .map(question -> same(question, asked.sparql(question.name())))
        .toList();
  }

  private Stream<Question> selects() {
    return asked.questions().stream().filter(question -> question.form() == Form.SELECT);
  }

  private static Contest same(Question question, String sparql) {
    return Contest.of(question.name(), Ask.query(OURS, sparql), Ask.query(THEIRS, sparql));
  }

  /** Paths between a control and an incident of pairs drawn by the seed. */
  List<Ask> paths(int count) {
    List<String> from = asked.some(Cg.IMPLEMENTATION, THINGS);
    List<String> to = asked.some(Cg.INCIDENT, THINGS);
    List<Ask> asks = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      asks.add(
          api(
              "paths",
              Map.of(
                  "from", from.get(i),
                  "to", to.get(i % to.size()),
                  "maxHops", "8",
                  "k", Integer.toString(count))));
    }
    return asks;
  }

  /** What would be lost without an implementation, a post and an evidence, in turn. */
  List<Ask> whatIf() {
    List<Ask> asks = new ArrayList<>();
    for (Node type : List.of(Cg.IMPLEMENTATION, Cg.POST, Cg.EVIDENCE)) {
      asked.some(type, THINGS).forEach(iri -> asks.add(api("whatif", Map.of("remove", iri))));
    }
    return asks;
  }

  /** A question that is worked out each time. */
  private static Ask api(String path, Map<String, String> parameters) {
    return known(path, parameters).workedOutAnew();
  }

  /** A question that the server may know the answer to. */
  private static Ask known(String path, Map<String, String> parameters) {
    return Ask.api("/api/v1/" + path + "?" + Ask.parameters(withDay(parameters)));
  }

  private static Map<String, String> withDay(Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("day", Asked.DAY.toString());
    return all;
  }

  private Ask theirs(String name) {
    return Ask.query(THEIRS, asked.sparql(name));
  }
}
