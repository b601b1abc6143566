package io.controlgraph.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.vocab.Cg;
import io.controlgraph.vocab.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** The practices as they were cited, and what the reviews of the references make of them. */
class PracticesTest {

  private static final String OLD = "iso27001-2013";
  private static final String NEW = "iso27001-2022";
  private static final String CITED_AS = "ISO/IEC 27002 control ";

  private static final Node PRACTICE = Cg.PRACTICE;
  private static final Node CITATION = Cg.term("Citation");
  private static final Node MISMATCH = Cg.concept("CitationReview", "mismatch");
  private static final Node BETTER = Cg.term("betterRequirement");
  private static final Node CURRENT = Cg.term("currentRequirement");
  private static final Node COUNTS_THROUGH = Cg.term("countsThrough");

  private final FrameworkData practices =
      new FrameworkData("practices", RDFDataMgr.loadGraph("ontology/practices.ttl"));
  private final FrameworkData frameworks = new FrameworkData("all", frameworks());

  @Test
  void twentyPracticesInFiveThemesWithTwentyOneCitations() {
    assertEquals(5, practices.ofClass(Cg.THEME).size());
    assertEquals(20, practices.ofClass(PRACTICE).size());
    assertEquals(21, practices.ofClass(CITATION).size());
    Map<String, Integer> byTheme = new TreeMap<>();
    for (Node practice : practices.ofClass(PRACTICE)) {
      byTheme.merge(
          practices.identifier(practices.value(practice, Cg.THEME_PROPERTY)), 1, Integer::sum);
    }
    assertEquals(List.of(4, 4, 4, 4, 4), new ArrayList<>(byTheme.values()));
  }

  @Test
  void nineFitSevenDoNotAndFiveAreLoose() {
    Map<String, Integer> reviews = new TreeMap<>();
    for (Node citation : practices.ofClass(CITATION)) {
      String review = practices.value(citation, Cg.term("review")).getLocalName();
      reviews.merge(review.substring("CitationReview-".length()), 1, Integer::sum);
    }
    assertEquals(Map.of("fits", 9, "loose", 5, "mismatch", 7), reviews);
  }

  @Test
  void citationsAreKeptAsCitedWithTheEditionInferred() {
    for (Node citation : practices.ofClass(CITATION)) {
      String text = practices.text(citation, Cg.term("citedAs"));
      assertTrue(text.startsWith(CITED_AS), text);
      Node cited = practices.value(citation, Cg.term("citedRequirement"));
      assertEquals(Reference.control(OLD, text.substring(CITED_AS.length())), cited);
      assertTrue(frameworks.ofClass(Cg.CONTROL).contains(cited), cited.getURI());
      assertEquals(Reference.framework(OLD), practices.value(citation, Cg.term("inferredEdition")));
    }
  }

  /** The titles of what was cited, as a reader of the 2013 edition finds them. */
  @Test
  void citedControlsHaveTheTitlesOf2013() {
    Set<String> titles = new TreeSet<>();
    for (Node citation : practices.ofClass(CITATION)) {
      Node cited = practices.value(citation, Cg.term("citedRequirement"));
      titles.add(frameworks.identifier(cited) + " " + label(frameworks, cited));
    }
    assertEquals(
        new TreeSet<>(
            Set.of(
                "A.6.1.1 Information security roles and responsibilities",
                "A.6.1.2 Segregation of duties",
                "A.6.1.3 Contact with authorities",
                "A.8.2.1 Classification of information",
                "A.8.3.1 Management of removable media",
                "A.9.1.1 Access control policy",
                "A.9.2.3 Management of privileged access rights",
                "A.9.2.5 Review of user access rights",
                "A.10.1.1 Policy on the use of cryptographic controls",
                "A.12.1.4 Separation of development, testing and operational environments",
                "A.12.3.1 Information backup",
                "A.12.4.1 Event logging",
                "A.14.2.1 Secure development policy",
                "A.14.2.6 Secure development environment",
                "A.14.2.8 System security testing",
                "A.16.1.5 Response to information security incidents",
                "A.17.1.1 Planning information security continuity")),
        titles);
  }

  @Test
  void theCurrentRequirementIsTheOneTheCrosswalkLeadsTo() throws IOException {
    Map<String, Set<String>> successors = new TreeMap<>();
    for (CSVRecord row : FrameworkData.csv("frameworks/annex-b-2013-to-2022.csv")) {
      successors
          .computeIfAbsent(row.get("id2013"), id -> new TreeSet<>())
          .add(Reference.control(NEW, row.get("id2022")).getURI());
    }
    for (Node citation : practices.ofClass(CITATION)) {
      Node cited = practices.value(citation, Cg.term("citedRequirement"));
      assertEquals(
          successors.get(frameworks.identifier(cited)),
          Set.of(practices.value(citation, CURRENT).getURI()));
    }
  }

  @Test
  void everyBetterRequirementExists() {
    int better = 0;
    for (Node citation : practices.ofClass(CITATION)) {
      boolean fits = practices.value(citation, Cg.term("review")).getURI().endsWith("-fits");
      List<Node> values = practices.values(citation, BETTER);
      assertTrue(fits || !values.isEmpty(), citation.getURI());
      assertTrue(
          fits || practices.values(citation, Cg.term("reviewRemark")).size() == 1,
          citation.getURI());
      for (Node value : values) {
        assertTrue(frameworks.requirements().contains(value), value.getURI());
        better++;
      }
    }
    assertEquals(32, better);
  }

  @Test
  void practicesCountThroughWhatTheReviewsLeave() {
    for (Node practice : practices.ofClass(PRACTICE)) {
      Set<Node> expected = new HashSet<>();
      for (Node citation : practices.values(practice, Cg.term("citation"))) {
        if (!practices.value(citation, Cg.term("review")).equals(MISMATCH)) {
          expected.add(practices.value(citation, CURRENT));
        }
        practices.values(citation, BETTER).stream()
            .filter(this::isInForce)
            .forEach(requirement -> expected.addAll(assessable(requirement)));
      }
      assertEquals(expected, Set.copyOf(practices.values(practice, COUNTS_THROUGH)));
      assertFalse(expected.isEmpty(), practice.getURI());
      assertTrue(expected.stream().allMatch(frameworks::isAssessable), practice.getURI());
    }
  }

  /** What is asked of a kind of target can be in place there. */
  @Test
  void aPracticeAsksOfKindsOfTargetAtWhichItsRequirementsAreExpected() {
    FrameworkData rules =
        new FrameworkData("rules", RDFDataMgr.loadGraph("ontology/expectation-rules.ttl"));
    for (Node practice : practices.ofClass(PRACTICE)) {
      List<Node> counting = practices.values(practice, COUNTS_THROUGH);
      Set<Node> kinds =
          rules.ofClass(Cg.EXPECTATION_RULE).stream()
              .filter(
                  rule ->
                      rules.values(rule, Cg.REQUIREMENT_PROPERTY).stream()
                          .anyMatch(counting::contains))
              .flatMap(rule -> rules.values(rule, Cg.TARGET_KIND).stream())
              .collect(Collectors.toSet());
      List<Node> asked = practices.values(practice, Cg.term("asksOf"));
      assertFalse(asked.isEmpty(), practice.getURI());
      assertTrue(kinds.containsAll(asked), practice + " asks of " + asked + ", not " + kinds);
    }
  }

  @Test
  void everyCitationIsOfOnePracticeAndEveryThemeHasOwners() {
    Set<Node> seen = new HashSet<>();
    for (Node practice : practices.ofClass(PRACTICE)) {
      for (Node citation : practices.values(practice, Cg.term("citation"))) {
        assertTrue(seen.add(citation), citation.getURI());
      }
    }
    assertEquals(Set.copyOf(practices.ofClass(CITATION)), seen);
    for (Node theme : practices.ofClass(Cg.THEME)) {
      assertFalse(practices.values(theme, Cg.term("suggestedOwner")).isEmpty());
      assertFalse(practices.values(theme, Cg.term("suggestedContributor")).isEmpty());
      assertFalse(label(practices, theme).isEmpty());
    }
  }

  /** A clause with subclauses is judged by these. */
  private Set<Node> assessable(Node requirement) {
    if (frameworks.isAssessable(requirement)) {
      return Set.of(requirement);
    }
    return frameworks
        .graph()
        .find(Node.ANY, SKOS.broader.asNode(), requirement)
        .mapWith(triple -> triple.getSubject())
        .toSet();
  }

  private boolean isInForce(Node requirement) {
    Node framework = frameworks.value(requirement, Cg.FRAMEWORK_PROPERTY);
    return frameworks.values(framework, DCTerms.isReplacedBy.asNode()).isEmpty();
  }

  private static String label(FrameworkData data, Node node) {
    return data.text(node, RDFS.label.asNode());
  }

  private static Graph frameworks() {
    Graph all = GraphFactory.createDefaultGraph();
    for (String id : FrameworkData.IDS) {
      GraphUtil.addInto(all, FrameworkData.load(id).graph());
    }
    return all;
  }
}
