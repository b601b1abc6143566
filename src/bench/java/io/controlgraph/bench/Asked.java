package io.controlgraph.bench;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.query.BindContext;
import io.controlgraph.query.Binder;
import io.controlgraph.query.Binding;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.GraphNameResolver;
import io.controlgraph.query.Parameter;
import io.controlgraph.query.Question;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** The questions of the catalogue as text for any server, and things to ask about, by a seed. */
final class Asked {
  /** The day that everything is asked about. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private static final long SEED = 20260331;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Samples are taken in the order of their names. */
  private static final int HOSPITAL = 2;

  private static final Path ARGUMENTS =
      Path.of("src/test/resources/golden/hospital/arguments.properties");

  private final GraphStore store;
  private final Catalogue catalogue = Catalogue.load(List.of());
  private final Properties arguments = new Properties();

  /**
   * Questions over a store.
   *
   * @param store one that {@link BenchData} has filled
   */
  Asked(GraphStore store) throws IOException {
    this.store = store;
    try (Reader reader = Files.newBufferedReader(ARGUMENTS)) {
      arguments.load(reader);
    }
  }

  List<Question> questions() {
    return List.copyOf(catalogue.questions());
  }

  /** The organisation that is asked about where one is. */
  static String organisation() {
    return "hospital-" + HOSPITAL;
  }

  /** A question over all organisations, as text. */
  String sparql(String name) {
    return sparql(question(name), Map.of());
  }

  /** A question with arguments, as text. */
  String sparql(String name, Map<String, String> given) {
    return sparql(question(name), given);
  }

  /** A question in the scope of one organisation, as text. */
  String scoped(Question question) {
    Map<String, String> given =
        question.parameter("org").isPresent() ? Map.of("org", organisation()) : Map.of();
    return sparql(question, given);
  }

  private Question question(String name) {
    return catalogue.find(name).orElseThrow(() -> new IllegalArgumentException(name));
  }

  private String sparql(Question question, Map<String, String> given) {
    Map<String, String> all = new HashMap<>(given);
    for (Parameter parameter : question.parameters()) {
      String kept = arguments.getProperty(question.name() + "." + parameter.name());
      if (kept != null && parameter.required()) {
        all.putIfAbsent(parameter.name(), kept.replace("hospital/", organisation() + "/"));
      }
    }
    return read(
        view -> {
          Binding binding =
              Binder.bind(
                  question,
                  all,
                  new BindContext(
                      DAY, store.baseIri(), new GraphNameResolver(view, store.baseIri())));
          if (binding instanceof Binding.Bound bound) {
            return bound.sparql();
          }
          throw new IllegalStateException(question.name() + ": " + binding);
        });
  }

  /** Some things of a type, drawn by the seed. */
  List<String> some(Node type, int count) {
    List<String> all =
        read(
            view -> {
              try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, RDF.type.asNode(), type)) {
                return new ArrayList<>(
                    quads.map(quad -> quad.getSubject().getURI()).distinct().sorted().toList());
              }
            });
    Collections.shuffle(all, new Random(SEED));
    return all.subList(0, Math.min(count, all.size()));
  }

  private <T> T read(GraphStore.ReadWork<T, RuntimeException> work) {
    return store.read(Scope.ALL, Deadline.after(LONGEST), work);
  }

  /** Whether a question must be told what it is about. */
  static boolean needsArgument(Question question) {
    return question.parameters().stream().anyMatch(Parameter::required);
  }
}
