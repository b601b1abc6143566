package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.ingest.Difference;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.ImportReport.FileReport;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.SourceFile;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whole imports; each test has an organisation of its own in one store. */
class CsvImportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/ingest/golden");
  private static final ImportLab LAB = new ImportLab();

  @AfterAll
  static void close() {
    LAB.close();
  }

  @Test
  void everyPartOfARowBecomesTheStatementsBesideIt() throws Exception {
    ImportOutcome outcome = LAB.run(ImportLab.OPTIONS, SourceFile.at(List.of(GOLDEN), null, null));
    assertEquals(List.of(), ImportLab.errors(outcome));
    DatasetGraph expected = RDFDataMgr.loadDatasetGraph(GOLDEN.resolve("expected.trig").toString());
    DatasetGraph actual = LAB.dataset("golden");
    if (!IsoMatcher.isomorphic(expected, actual)) {
      Path written = Path.of("target/golden-actual.trig");
      try (OutputStream out = Files.newOutputStream(written)) {
        RDFWriter.source(actual).lang(Lang.TRIG).output(out);
      }
      throw new AssertionError("differs from expected.trig; see " + written);
    }
  }

  @Test
  void theOrderOfFilesAndRowsDoesNotMatter() throws Exception {
    List<SourceFile> files = new ArrayList<>();
    for (SourceFile file : SourceFile.at(List.of(GOLDEN), "shuffled", null)) {
      String text = Files.readString(GOLDEN.resolve(file.name()));
      if (file.name().endsWith(".csv")) {
        files.add(SourceFile.of(file.name(), "shuffled", text.replace("\ngolden,", "\nshuffled,")));
      }
    }
    Collections.shuffle(files, new Random(7));
    LAB.good(files.toArray(new SourceFile[0]));
    Set<String> expected = new HashSet<>();
    RDFDataMgr.loadDatasetGraph(GOLDEN.resolve("expected.trig").toString())
        .find()
        .forEachRemaining(
            quad ->
                expected.add(
                    quad.toString()
                        .replace("/golden/", "/shuffled/")
                        .replace("organisations/golden", "organisations/shuffled")
                        .replace("\"golden\"", "\"shuffled\"")));
    Set<String> actual = new HashSet<>();
    LAB.quads("shuffled").forEach(quad -> actual.add(quad.toString()));
    assertEquals(expected, actual);
  }

  @Test
  void oneImportIsOneRevisionAndTheReportCounts() {
    long before = LAB.store().revision().number();
    ImportOutcome outcome =
        LAB.good(
            ImportLab.organisation("counted"),
            SourceFile.of("units.csv", "counted", "id,name\nU-1,Radiology\nU-2,Wards\n"));
    assertInstanceOf(ImportOutcome.Imported.class, outcome);
    assertEquals(before + 1, LAB.store().revision().number());
    assertEquals(before + 1, outcome.report().revision());
    assertEquals(
        List.of(
            new FileReport("organisations.csv", "organisations", "counted", 1, 1, 0, 0, 0, 0),
            new FileReport("units.csv", "units", "counted", 2, 2, 0, 0, 0, 0)),
        outcome.report().files());
    assertEquals("compliance-team", LAB.store().revision().author());
    assertEquals("Quarterly update", LAB.store().revision().message());
  }

  @Test
  void theSameFilesAgainChangeNothing() throws Exception {
    SourceFile organisation = ImportLab.organisation("again");
    SourceFile units = SourceFile.of("units.csv", "again", "id,name\nU-1,Radiology\nU-2,Wards\n");
    LAB.good(organisation, units);
    long before = LAB.store().revision().number();
    ImportOutcome outcome =
        LAB.importerAt(ImportLab.NOW.plusSeconds(3600))
            .run(List.of(organisation, units), ImportLab.OPTIONS, Progress.NONE);
    assertInstanceOf(ImportOutcome.Unchanged.class, outcome);
    assertEquals(before, LAB.store().revision().number());
    assertNull(outcome.report().revision());
    assertEquals(2, outcome.report().files().get(1).unchanged());
    assertInstanceOf(
        ImportOutcome.Unchanged.class,
        LAB.good(SourceFile.of("units.csv", "again", "name;id\nWards;U-2\nRadiology;U-1\n")),
        "rows and columns in another order say the same");
  }

  @Test
  void aChangedRowChangesItsOwnStatementsAndNoOthers() throws Exception {
    LAB.good(
        ImportLab.organisation("update"),
        SourceFile.of(
            "units.csv",
            "update",
            "id,name,description\nU-1,Radiology,Reads images\nU-2,Wards,\n"));
    Set<Quad> before = new HashSet<>(LAB.quads("update"));
    SourceFile changed =
        SourceFile.of("units.csv", "update", "id,name,partOf\nU-3,Lab,\nU-1,Imaging,U-2\n");
    Instant later = ImportLab.NOW.plusSeconds(3600);
    ImportOutcome outcome =
        LAB.importerAt(later)
            .run(List.of(changed), ImportOptions.of("second-team", "Rename"), Progress.NONE);
    assertEquals(
        new FileReport("units.csv", "units", "update", 2, 1, 1, 0, 0, 0),
        outcome.report().files().get(0));
    Set<String> removed = shortened(before, LAB.quads("update"));
    assertEquals(
        Set.of(
            "update/units/U-1 label \"Radiology\"",
            "update/units/U-1 description \"Reads images\"",
            "update/units/U-1 sourceRow 2",
            "graph/update/units modified 2026-03-31T09:00:00Z",
            "graph/update/units sourceAgent \"compliance-team\""),
        removed);
    Set<String> added = shortened(LAB.quads("update"), before);
    assertTrue(
        added.containsAll(
            Set.of(
                "update/units/U-1 label \"Imaging\"",
                "update/units/U-1 partOf update/units/U-2",
                "update/units/U-1 sourceRow 3",
                "graph/update/units modified 2026-03-31T10:00:00Z",
                "graph/update/units sourceAgent \"second-team\"")),
        added.toString());
  }

  private static Set<String> shortened(Iterable<Quad> quads, Iterable<Quad> without) {
    Set<Quad> left = new HashSet<>();
    quads.forEach(left::add);
    without.forEach(left::remove);
    Set<String> lines = new HashSet<>();
    Names names = new Names(ImportLab.BASE);
    for (Quad quad : left) {
      String value =
          quad.getObject().isURI()
              ? names.shorten(quad.getObject())
              : quad.getObject().getLiteralDatatypeURI().endsWith("string")
                  ? "\"" + quad.getObject().getLiteralLexicalForm() + "\""
                  : quad.getObject().getLiteralLexicalForm();
      String property = quad.getPredicate().getLocalName();
      lines.add(names.shorten(quad.getSubject()) + " " + property + " " + value);
    }
    return lines;
  }

  @Test
  void whatIsNoLongerInTheFileStaysUnlessItIsReplaced() {
    LAB.good(
        ImportLab.organisation("replaced"),
        SourceFile.of("units.csv", "replaced", "id,name\nU-1,Radiology\nU-2,Wards\n"));
    SourceFile shorter = SourceFile.of("units.csv", "replaced", "id,name\nU-1,Radiology\n");
    assertInstanceOf(ImportOutcome.Unchanged.class, LAB.good(shorter));
    ImportOutcome outcome = LAB.run(ImportLab.OPTIONS.replacing(), List.of(shorter));
    assertInstanceOf(ImportOutcome.Imported.class, outcome);
    assertEquals(
        new FileReport("units.csv", "units", "replaced", 1, 0, 0, 1, 1, 0),
        outcome.report().files().get(0));
    assertTrue(
        LAB.quads("replaced").stream()
            .noneMatch(quad -> quad.getSubject().getURI().endsWith("/units/U-2")));
    assertInstanceOf(
        ImportOutcome.Unchanged.class, LAB.run(ImportLab.OPTIONS.replacing(), List.of(shorter)));
  }

  @Test
  void aThingThatOthersReferToIsNotTakenAway() {
    LAB.good(
        ImportLab.organisation("referred"),
        SourceFile.of("units.csv", "referred", "id,name\nU-1,Radiology\nU-2,Wards\n"),
        SourceFile.of("posts.csv", "referred", "id,name,unit\nPOST-1,Head,U-2\n"));
    SourceFile units = SourceFile.of("units.csv", "referred", "id,name\nU-1,Radiology\n");
    assertEquals(
        List.of(
            "units.csv: 'U-2' is in no row any more, but is referred to by"
                + " referred/posts/POST-1 (unit)"),
        ImportLab.errors(LAB.run(ImportLab.OPTIONS.replacing(), List.of(units))));
    SourceFile posts = SourceFile.of("posts.csv", "referred", "id,name,unit\nPOST-1,Head,U-2\n");
    assertEquals(
        List.of(
            "posts.csv, row 2, column unit: unit 'U-2': this import takes away the unit, which is"
                + " in no file any more"),
        ImportLab.errors(LAB.run(ImportLab.OPTIONS.replacing(), List.of(units, posts))));
    SourceFile moved = SourceFile.of("posts.csv", "referred", "id,name,unit\nPOST-1,Head,U-1\n");
    assertInstanceOf(
        ImportOutcome.Imported.class,
        LAB.run(ImportLab.OPTIONS.replacing(), List.of(units, moved)));
  }

  @Test
  void aDryRunTellsTheDifferenceAndWritesNothing() {
    LAB.good(
        ImportLab.organisation("dry"),
        SourceFile.of("units.csv", "dry", "id,name\nU-1,Radiology\n"));
    long before = LAB.store().revision().number();
    ImportOutcome outcome =
        LAB.run(
            ImportLab.OPTIONS.dry(),
            List.of(
                SourceFile.of(
                    "units.csv", "dry", "id,name,partOf\nU-1,Imaging,U-2\nU-2,Wards,\n")));
    assertInstanceOf(ImportOutcome.DryRun.class, outcome);
    Difference difference = Objects.requireNonNull(outcome.report().difference());
    assertEquals(
        List.of(
            "- dry/units/U-1  label  Radiology",
            "+ dry/units/U-1  label  Imaging",
            "+ dry/units/U-1  partOf  dry/units/U-2",
            "+ dry/units/U-2  identifier  U-2",
            "+ dry/units/U-2  inOrganisation  dry/organisations/dry",
            "+ dry/units/U-2  label  Wards",
            "+ dry/units/U-2  type  Unit"),
        difference.statements().stream().map(Difference.Statement::text).toList());
    assertEquals(6, difference.added());
    assertEquals(1, difference.removed());
    assertEquals(before, LAB.store().revision().number());
    ImportOutcome wrong =
        LAB.run(
            ImportLab.OPTIONS.dry(),
            List.of(SourceFile.of("units.csv", "dry", "id,name,partOf\nU-1,Imaging,U-9\n")));
    assertInstanceOf(ImportOutcome.Rejected.class, wrong);
  }

  @Test
  void aBrokenShapeIsNamedAtItsRowAndNothingIsWritten() {
    SourceFile persons = SourceFile.of("persons.csv", "shapes", "id\nP-1\n");
    SourceFile posts = SourceFile.of("posts.csv", "shapes", "id,name\nPOST-1,Head\n");
    SourceFile appointments =
        SourceFile.of(
            "appointments.csv",
            "shapes",
            "id,person,post,from,to\nA-1,P-1,Head,2025-01-01,\nA-2,P-1,Head,2025-02-01,2024-12-31\n");
    long before = LAB.store().revision().number();
    List<String> errors = LAB.bad(ImportLab.organisation("shapes"), persons, posts, appointments);
    assertEquals(1, errors.size(), errors.toString());
    assertTrue(errors.get(0).startsWith("appointments.csv, row 3, column "), errors.toString());
    assertEquals(before, LAB.store().revision().number());
  }

  @Test
  void aShapeBrokenByWhatWasThereBeforeNamesThat() {
    LAB.good(
        ImportLab.organisation("elsewhere"),
        SourceFile.of(
            "risk-methods.csv",
            "elsewhere",
            "id,name,version,likelihoodMax,impactMax\nRM,M,1,5,5\n"),
        SourceFile.of("assets.csv", "elsewhere", "id,name,type\nS,System,ai-system\n"),
        SourceFile.of("risks.csv", "elsewhere", "id,name,threatens\nR,Risk,S\n"),
        SourceFile.of(
            "risk-evaluations.csv",
            "elsewhere",
            "id,risk,method,kind,evaluatedOn,likelihood,impact\nE,R,RM,current,2025-01-01,5,5\n"));
    List<String> errors =
        LAB.bad(
            SourceFile.of(
                "risk-methods.csv",
                "elsewhere",
                "id,name,version,likelihoodMax,impactMax\nRM,M,1,4,5\n"));
    assertTrue(
        errors.stream()
            .anyMatch(
                error ->
                    error.startsWith(
                        "risk-evaluations.csv: elsewhere/risk-evaluations/E, which is in the graph"
                            + " already: ")),
        errors.toString());
  }

  @Test
  void aRowNotYetDecidedIsLeftOut() {
    ImportOutcome outcome =
        LAB.good(
            ImportLab.organisation("undecided"),
            SourceFile.of(
                "management-systems.csv",
                "undecided",
                "id,name,framework\nISMS,ISMS,iso27001-2022\n"),
            SourceFile.of(
                "soa-versions.csv",
                "undecided",
                "id,managementSystem,framework,version\nSOA-1,ISMS,iso27001-2022,1\n"),
            SourceFile.of(
                "statement-of-applicability.csv",
                "undecided",
                """
                soaVersion,requirement,title,applicable,reason
                SOA-1,A.5.1,Policies,,
                SOA-1,A.5.2,Roles,no,
                """));
    assertEquals(
        new FileReport(
            "statement-of-applicability.csv",
            "statement-of-applicability",
            "undecided",
            2,
            1,
            0,
            0,
            0,
            1),
        outcome.report().files().get(3));
  }

  @Test
  void twoRowsWithOneKeyAreAnErrorHoweverTheKeyIsWritten() {
    List<String> errors =
        LAB.bad(
            ImportLab.organisation("keys"),
            SourceFile.of(
                "management-systems.csv", "keys", "id,name,framework\nISMS,ISMS,iso27001-2022\n"),
            SourceFile.of(
                "soa-versions.csv",
                "keys",
                "id,managementSystem,framework,version\nSOA-1,ISMS,iso27001-2022,1\n"),
            SourceFile.of(
                "statement-of-applicability.csv",
                "keys",
                """
                soaVersion,requirement,applicable
                SOA-1,A.5.1,yes
                SOA-1,iso27001-2022/A.5.1,no
                """));
    assertEquals(
        List.of(
            "statement-of-applicability.csv, row 3: has the same soaVersion, requirement as row 2"),
        errors);
  }

  @Test
  void anOrganisationMustBeKnown() {
    LAB.good(ImportLab.organisation("riverside"));
    assertEquals(
        List.of(
            "units.csv: organisation 'riversde': no such organisation in this import or in the"
                + " graph; did you mean 'riverside'?"),
        LAB.bad(SourceFile.of("units.csv", "riversde", "id,name\nU-1,Radiology\n")));
    assertEquals(
        List.of(
            "organisations.csv, row 2, column id: id 'other': expected 'riverside', the"
                + " organisation this file belongs to"),
        LAB.bad(SourceFile.of("organisations.csv", "riverside", "id,name\nother,Other\n")));
    assertEquals(
        List.of("organisations.csv: organisation 'riverside': this import takes it away"),
        ImportLab.errors(
            LAB.run(
                ImportLab.OPTIONS.replacing(),
                List.of(SourceFile.of("organisations.csv", "riverside", "id,name\n")))));
  }

  @Test
  void severalOrganisationsAreOneImportAndStayApart() {
    ImportOutcome outcome =
        LAB.good(
            ImportLab.organisation("east"),
            ImportLab.organisation("west"),
            SourceFile.of("units.csv", "east", "id,name\nU-1,Radiology\n"),
            SourceFile.of("units.csv", "west", "id,name\nU-1,Wards\n"));
    assertEquals(
        List.of(
            "east/organisations.csv", "west/organisations.csv", "east/units.csv", "west/units.csv"),
        outcome.report().files().stream().map(FileReport::file).toList());
    assertEquals(
        List.of("west/posts.csv, row 2, column unit: unit 'Radiology': no such unit"),
        LAB.bad(
            SourceFile.of("posts.csv", "west", "id,name,unit\nP,Head,Radiology\n"),
            SourceFile.of("posts.csv", "east", "id,name,unit\nP,Head,Radiology\n")));
  }

  @Test
  void moreErrorsThanAReportListsAreCounted() {
    StringBuilder text = new StringBuilder("id,name,partOf\n");
    for (int i = 0; i < 250; i++) {
      text.append("U-").append(i).append(",Unit,nowhere\n");
    }
    ImportOutcome outcome =
        LAB.run(
            ImportLab.organisation("many"), SourceFile.of("units.csv", "many", text.toString()));
    assertEquals(200, outcome.report().errors().size());
    assertEquals(50, outcome.report().furtherErrors());
  }

  @Test
  void anUnreadableFileIsTheOnlyThingNamed() {
    List<String> errors =
        LAB.bad(
            ImportLab.organisation("echo"),
            SourceFile.of("unis.csv", "echo", "id,name\nU-1,Radiology\n"),
            SourceFile.of("posts.csv", "echo", "id,name,unit\nP,Head,U-1\nQ,\"Open\n"),
            SourceFile.of(
                "risks.csv", "echo", "id,name,threatens,owner\nR,Risk,U-1,Head of all\n"));
    assertEquals(
        List.of(
            "unis.csv: 'unis': no such kind of file; did you mean 'units'?",
            "posts.csv, line 3: cannot be read from here on: a quote is not closed, or has text"
                + " after it"),
        errors);
  }
}
