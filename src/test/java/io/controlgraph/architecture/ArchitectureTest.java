package io.controlgraph.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Holds the directions of {@code src/docs/CONTRIBUTING.md}. */
@AnalyzeClasses(packages = "io.controlgraph", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "io.controlgraph";

  /** From the outside in; a package may use those of later rows, never those of earlier ones. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("cli", "api", "sparql"),
          List.of("ingest", "export", "history", "trace", "query", "search", "security"),
          List.of("graph"),
          List.of("vocab", "packaged"),
          List.of("model"));

  @ArchTest
  static final ArchRule nobodyUsesTheEntryPoint =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT)
          .because("the root package wires everything, and so may be used by nothing");

  @ArchTest
  static final ArchRule nobodyUsesTheCommandLineOrTheApi =
      noClasses()
          .that(onFloorsFrom(1))
          .should()
          .dependOnClassesThat(onFloor(0))
          .because("what answers questions does not know who asks");

  @ArchTest
  static final ArchRule theGraphKnowsOnlyItsVocabulary =
      noClasses()
          .that(onFloor(2))
          .should()
          .dependOnClassesThat(onFloor(1))
          .because("the engine port lies below all that is built on it");

  @ArchTest
  static final ArchRule theVocabularyKnowsNoGraph =
      noClasses()
          .that(onFloor(3))
          .should()
          .dependOnClassesThat(onFloor(2))
          .because("terms are constants");

  @ArchTest
  static final ArchRule theCommandLineIsAClient =
      noClasses()
          .that()
          .resideInAPackage("..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..controlgraph.api..", "..controlgraph.sparql..", "..graph..")
          .because("a command is a client of the HTTP API, so that nothing is built twice");

  @ArchTest
  static final ArchRule theApiKnowsNoCommand =
      noClasses()
          .that()
          .resideInAnyPackage("..controlgraph.api..", "..controlgraph.sparql..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..cli..")
          .because("the server does not know its clients");

  @ArchTest
  static final ArchRule enginesAreKnownWhereTheyAreChosen =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, "..graph.jena..", "..graph.rdf4j..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..graph.jena..", "..graph.rdf4j..")
          .because("everything else works on any engine, through the port");

  @ArchTest
  static final ArchRule storageStaysInItsEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("..graph.jena..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.jena.tdb2..",
              "org.apache.jena.dboe..",
              "org.apache.jena.shacl..",
              "org.apache.jena.rdfpatch..")
          .because("TDB2, SHACL and RDF Patch are how the embedded engine works, not what it is");

  @ArchTest
  static final ArchRule otherEnginesStayInTheirs =
      noClasses()
          .that()
          .resideOutsideOfPackage("..graph.rdf4j..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.rdf4j..", "org.apache.http..")
          .because(
              "Jena's terms and rows are the product's; RDF4J is how other engines are reached");

  @ArchTest
  static final ArchRule theServerLibraryStaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages("..sparql..", "..api..", "..security..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
          .because("HTTP ends where the domain begins");

  @ArchTest
  static final ArchRule whatIsServedIsDeclared =
      noClasses()
          .that()
          .haveSimpleNameNotContaining("Problems")
          .and()
          .doNotHaveSimpleName("HttpServer")
          .and()
          .doNotHaveSimpleName("Api")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.javalin.config.RoutesConfig")
          .because("a route that is not declared is missing from the API's description");

  @ArchTest
  static final ArchRule jsonStaysAtTheEdge =
      noClasses()
          .that()
          .resideInAnyPackage("..graph..", "..vocab..", "..model..", "..security..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..")
          .because("JSON and YAML are forms of what goes in and out, not of what is");

  @ArchTest
  static final ArchRule theCommandLineLibraryStaysThere =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, "..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("only commands know how commands are read");

  @ArchTest
  static final ArchRule importersDoNotMeet =
      slices()
          .matching("..ingest.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              Predicates.resideInAPackage("..ingest.reference.."), DescribedPredicate.alwaysTrue())
          .because("each source is one small package; the shipped data comes in several forms");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.controlgraph.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noStandardStreams =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("commands write to the terminal they were handed; all else logs");

  @ArchTest
  static final ArchRule everyPackageIsKnown =
      classes()
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.be(
                  onFloorsFrom(0)
                      .or(Predicates.resideInAPackage(ROOT))
                      .as("in a package of the agreed tree")))
          .because("a new package at the top is a decision, to be made here first");

  private static DescribedPredicate<JavaClass> onFloor(int floor) {
    return Predicates.resideInAnyPackage(
            FLOORS.get(floor).stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new))
        .as("on the floor of " + FLOORS.get(floor));
  }

  private static DescribedPredicate<JavaClass> onFloorsFrom(int floor) {
    DescribedPredicate<JavaClass> any = onFloor(floor);
    for (int lower = floor + 1; lower < FLOORS.size(); lower++) {
      any = any.or(onFloor(lower));
    }
    return any;
  }
}
