package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Data that models learn from or lean on, without a source, a licence or a legal basis. */
final class TrainingDataWithoutBasis implements GapRule {
  private final Facts facts;
  private final Dates dates;
  private final Links versionOf;
  private final Links datasetUse;
  private final Links supersedes;
  private final Links trainedOnVersion;
  private final Links stage;
  private final Rows createdOn;
  private final Rows personalData;
  private final Rows dataSource;
  private final Rows licence;
  private final Rows legalBasis;
  private final int datasetVersion;
  private final int toTrain;
  private final int toGround;
  private final int retired;

  TrainingDataWithoutBasis(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.versionOf = facts.links("versionOf");
    this.datasetUse = facts.links("datasetUse");
    this.supersedes = facts.links("supersedes");
    this.trainedOnVersion = facts.links("trainedOnVersion");
    this.stage = facts.links("stage");
    this.createdOn = facts.literals("createdOn");
    this.personalData = facts.literals("personalData");
    this.dataSource = facts.literals("dataSource");
    this.licence = facts.literals("licence");
    this.legalBasis = facts.literals("legalBasis");
    this.datasetVersion = facts.term("DatasetVersion");
    this.toTrain = facts.term("DatasetUse-train");
    this.toGround = facts.term("DatasetUse-ground");
    this.retired = facts.term("LifecycleStage-retired");
  }

  @Override
  public String question() {
    return "gaps/training-data-without-basis";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int version : facts.membersOf(organisation)) {
      if (facts.isA(version, datasetVersion)
          && (datasetUse.has(version, toTrain) || datasetUse.has(version, toGround))
          && (!isSuperseded(version) || isLearnedFrom(version))) {
        int made = dates.rowsByTheDay(createdOn, version);
        for (int dataset : versionOf.from(version)) {
          int times = made * dates.rowsInUse(dataset);
          if (times > 0) {
            addMissing(organisation, dataset, version, times, rows);
          }
        }
      }
    }
    return rows;
  }

  /** Whether another version was made in its place, not after the day. */
  private boolean isSuperseded(int version) {
    for (int later : supersedes.to(version)) {
      if (!isMadeLater(later)) {
        return true;
      }
    }
    return false;
  }

  private boolean isMadeLater(int version) {
    for (int literal : createdOn.of(version)) {
      int made = dates.day(literal);
      if (made != TraceIndex.NO_VALUE && facts.day() < made) {
        return true;
      }
    }
    return false;
  }

  private boolean isLearnedFrom(int version) {
    for (int model : trainedOnVersion.to(version)) {
      for (int each : stage.from(model)) {
        if (each != retired) {
          return true;
        }
      }
    }
    return false;
  }

  private void addMissing(
      int organisation, int dataset, int version, int times, List<Binding> rows) {
    int[] said = personalData.of(dataset);
    if (said.length == 0) {
      addMissing(organisation, dataset, version, false, times, rows);
    }
    for (int literal : said) {
      boolean isPersonal = facts.index().worth(literal) == 1;
      addMissing(organisation, dataset, version, isPersonal, times, rows);
    }
  }

  private void addMissing(
      int organisation,
      int dataset,
      int version,
      boolean isPersonal,
      int times,
      List<Binding> rows) {
    int sources = dataSource.length(version);
    int licences = licence.length(version);
    int bases = legalBasis.length(version);
    Things things = new Things(organisation, dataset, version, isPersonal);
    if (sources == 0) {
      add(things, "source", times * optional(licences) * optional(bases), rows);
    }
    if (isPersonal && bases == 0) {
      add(things, "legal basis", times * optional(sources) * optional(licences), rows);
    }
    if (!isPersonal && licences == 0 && bases == 0) {
      add(things, "licence or legal basis", times * optional(sources), rows);
    }
  }

  private record Things(int organisation, int dataset, int version, boolean isPersonal) {}

  /** How many rows an optional pattern makes that has so many values. */
  private static int optional(int values) {
    return Math.max(values, 1);
  }

  private void add(Things things, String missing, int times, List<Binding> rows) {
    new RowBuilder(facts.index())
        .labelled("org", things.organisation())
        .labelled("dataset", things.dataset())
        .labelled("version", things.version())
        .truth("personalData", things.isPersonal())
        .text("missing", missing)
        .times(times)
        .build()
        .forEach(rows::add);
  }
}
