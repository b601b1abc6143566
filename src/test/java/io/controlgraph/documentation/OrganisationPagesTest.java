package io.controlgraph.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
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
  private static final Pattern ID =
      Pattern.compile("\\b(?:[A-Z]+-[A-Z0-9][A-Z0-9.-]*[A-Z0-9]|A\\.\\d+\\.\\d+)\\b");

  static List<String> pages() throws IOException {
    return names(PAGES, ".md");
  }

  @Test
  void everySampleOrganisationHasAPage() throws IOException {
    assertEquals(names(Path.of("ontology/examples"), ""), pages());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachQuestionNamedFindsOneOfTheThingsNamedWithIt(String organisation) throws IOException {
    List<String> wrong = new ArrayList<>();
    Set<String> asked = new TreeSet<>();
    for (String[] row : flaws(organisation)) {
      Matcher question = QUESTION.matcher(row[2]);
      while (question.find()) {
        asked.add(question.group(1));
        Path rows = GOLDEN.resolve(organisation).resolve(question.group(1) + ".csv");
        if (!Files.exists(rows)) {
          wrong.add(question.group(1) + ": no such question");
        } else if (ids(row[1]).stream().noneMatch(found(Files.readString(rows))::contains)) {
          wrong.add(question.group(1) + " finds nothing of: " + row[0] + ": " + row[1]);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(asked.size() >= 20, organisation + " names " + asked.size() + " questions");
  }

  private static List<String[]> flaws(String organisation) throws IOException {
    List<String[]> rows = new ArrayList<>();
    boolean inTable = false;
    for (String line : Files.readAllLines(PAGES.resolve(organisation + ".md"))) {
      inTable = line.equals("| flaw | where | found by |") || (inTable && line.startsWith("|"));
      String[] cells = line.replaceAll("^\\| | \\|$", "").split(" \\| ", -1);
      if (inTable && cells.length == 3 && !cells[0].equals("flaw") && !cells[0].equals("---")) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private static Set<String> ids(String text) {
    return ID.matcher(text).results().map(result -> result.group()).collect(Collectors.toSet());
  }

  /** The last part of each IRI, and each pseudonym. */
  private static Set<String> found(String csv) {
    return Stream.of(csv.split("[,\\n\"]"))
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
