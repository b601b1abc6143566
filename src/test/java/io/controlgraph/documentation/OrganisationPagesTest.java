package io.controlgraph.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.query.Catalogue;
import io.controlgraph.query.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an organisation's page says about its flaws is what the questions it names find. */
class OrganisationPagesTest {
  private static final Path PAGES = Path.of("src/docs/organisations");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Pattern QUESTION = Pattern.compile("`([a-z]+/[a-z0-9-]+)`");
  private static final Pattern ID = Pattern.compile("`([A-Z][A-Za-z0-9.-]*)`");

  static List<String> pages() throws IOException {
    return names(PAGES, ".md");
  }

  @Test
  void everySampleOrganisationHasAPage() throws IOException {
    assertEquals(names(Path.of("ontology/examples"), ""), pages());
  }

  /**
   * Each thing in backticks is found by one of the row's questions, and each question finds one.
   */
  @ParameterizedTest
  @MethodSource("pages")
  void eachFlawIsFoundByItsQuestions(String organisation) throws IOException {
    List<String> wrong = new ArrayList<>();
    Set<String> asked = new TreeSet<>();
    for (Flaw flaw : flaws(organisation)) {
      if (flaw.isNearMiss()) {
        continue;
      }
      asked.addAll(flaw.questions());
      Set<String> missed = new TreeSet<>(flaw.ids());
      for (String question : flaw.questions()) {
        Set<String> found = found(organisation, question);
        if (Collections.disjoint(found, flaw.ids())) {
          wrong.add(question + " finds nothing of: " + flaw);
        }
        missed.removeAll(found);
      }
      if (!missed.isEmpty() || flaw.ids().isEmpty()) {
        wrong.add("nothing finds " + missed + " of: " + flaw);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(asked.size() >= 20, organisation + " names " + asked.size() + " questions");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noNearMissIsFound(String organisation) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Flaw flaw : flaws(organisation)) {
      for (String question : flaw.isNearMiss() ? flaw.questions() : List.<String>of()) {
        if (!Collections.disjoint(found(organisation, question), flaw.ids())) {
          wrong.add(question + " finds one of: " + flaw);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachFlawIsFoundByTheGate(String organisation) throws IOException {
    Set<String> rules =
        Catalogue.load(List.of()).questions().stream()
            .filter(question -> question.severity() != null)
            .map(Question::name)
            .collect(Collectors.toSet());
    assertEquals(
        List.of(),
        flaws(organisation).stream()
            .filter(flaw -> !flaw.isNearMiss() && Collections.disjoint(flaw.questions(), rules))
            .toList());
  }

  /** A row of a page's table of flaws. */
  private record Flaw(String title, String where, String by) {
    boolean isNearMiss() {
      return by.startsWith("not by ");
    }

    List<String> questions() {
      return QUESTION.matcher(by).results().map(result -> result.group(1)).toList();
    }

    Set<String> ids() {
      return ID.matcher(where)
          .results()
          .map(result -> result.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<Flaw> flaws(String organisation) throws IOException {
    List<Flaw> rows = new ArrayList<>();
    boolean inTable = false;
    for (String line : Files.readAllLines(PAGES.resolve(organisation + ".md"))) {
      inTable = line.equals("| flaw | where | found by |") || (inTable && line.startsWith("|"));
      String[] cells = line.replaceAll("^\\| | \\|$", "").split(" \\| ", -1);
      if (inTable && !cells[0].equals("flaw") && !cells[0].equals("---")) {
        assertEquals(3, cells.length, line);
        rows.add(new Flaw(cells[0], cells[1], cells[2]));
      }
    }
    return rows;
  }

  /** The last part of each IRI, and each pseudonym, in the rows that a question is kept with. */
  private static Set<String> found(String organisation, String question) throws IOException {
    String rows = Files.readString(GOLDEN.resolve(organisation).resolve(question + ".csv"));
    return Stream.of(rows.split("[,\\n\"]"))
        .map(cell -> cell.substring(cell.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  private static List<String> names(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }
}
