package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
  private static final Catalogue CATALOGUE = Catalogue.load(List.of());

  @Test
  void aProfileSaysWhichRulesHowBadAndHowAsked() {
    Profile profile =
        Profiles.read(
            """
            summary: Ours
            rules:
              gaps/evidence-undated:
              gaps/evidence-expiring-soon: { severity: critical, params: { days: 60 } }
            """);
    assertEquals("Ours", profile.summary());
    List<Rule> rules = Profiles.rules(profile, CATALOGUE);
    assertEquals("gaps/evidence-undated", rules.get(0).question().name());
    assertEquals(rules.get(0).question().severity(), rules.get(0).severity());
    assertEquals(Severity.CRITICAL, rules.get(1).severity());
    assertEquals(Map.of("days", "60"), rules.get(1).arguments());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [a]                                                   | 1 | a profile is a mapping
          summary: s                                            | 1 | a summary and at least one of rules
          summary: s~rule: x                                    | 2 | unknown key 'rule'
          summary: s~rules:~  a/b: { severity: bad }            | 3 | severity 'bad'
          summary: s~rules:~  a/b: { level: low }               | 3 | unknown key 'level'
          summary: s~rules:~  a/b: high                         | 3 | 'a/b' takes
          summary: s~rules:~  a/b: { params: [x] }              | 3 | params is a mapping
          summary: s~rules:~  a/b:~  a/b:                       | 4 | Duplicate field 'a/b'
          summary: 's                                            | 1 | no YAML
          """)
  void aFaultyProfileIsRefusedAtItsLine(String text, int line, String message) {
    CatalogueException refused =
        assertThrows(CatalogueException.class, () -> Profiles.read(text.replace('~', '\n')));
    CatalogueFault fault = refused.faults().get(0);
    assertEquals(line, fault.line(), refused::toString);
    assertEquals(true, fault.message().contains(message), refused::toString);
  }

  @Test
  void aRuleThatIsNoneIsNamed() {
    Profile profile =
        Profiles.read("summary: s\nrules: { no/such: null, coverage/by-framework: null }\n");
    CatalogueException refused =
        assertThrows(CatalogueException.class, () -> Profiles.rules(profile, CATALOGUE));
    assertEquals(
        List.of(
            "there is no question 'no/such'",
            "'coverage/by-framework' has no severity, so it is no rule"),
        refused.faults().stream().map(CatalogueFault::message).toList());
  }

  @Test
  void theProfilesThatComeWithTheProductAreSound() {
    assertEquals(List.of("starter", "strict"), Profiles.names());
    for (String name : Profiles.names()) {
      Profile profile = Profiles.find(name).orElseThrow();
      assertEquals(profile.rules().size(), Profiles.rules(profile, CATALOGUE).size());
      for (Rule rule : Profiles.rules(profile, CATALOGUE)) {
        Set<String> unknown = new HashSet<>(rule.arguments().keySet());
        rule.question().parameters().forEach(parameter -> unknown.remove(parameter.name()));
        assertEquals(Set.of(), unknown, name + ": " + rule.question().name());
        assertFalse(rule.question().description().isBlank(), rule.question().name());
      }
    }
  }

  @Test
  void theStrictProfileHasEveryRule() {
    Set<String> all =
        Rule.all(CATALOGUE).stream()
            .map(rule -> rule.question().name())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> strict =
        Profiles.find("strict").orElseThrow().rules().stream()
            .map(Profile.Rule::question)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, strict);
  }
}
