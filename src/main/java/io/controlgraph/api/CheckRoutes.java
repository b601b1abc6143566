package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.CatalogueException;
import io.controlgraph.query.Parameter;
import io.controlgraph.query.Profile;
import io.controlgraph.query.Profiles;
import io.controlgraph.query.Rule;
import io.controlgraph.query.Severity;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.Freshness;
import io.controlgraph.sparql.Parameters;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The gate: the rules of a profile, or those named, or every question that carries a severity. A
 * profile of the user's own is posted as YAML.
 */
final class CheckRoutes implements Routes {
  static final String PATH = "/api/v1/check";
  private static final String ORGANISATION = "org";
  private static final String PROFILE_TYPE = "application/yaml";
  private static final String GROUP = "Questions";
  private static final String REPORT = "What each rule found, and whether the check is passed.";
  private static final Input[] OPTIONS = {
    Input.text(ORGANISATION, "The organisation to keep to."),
    Input.choice(
        "failOn",
        Arrays.stream(Severity.values()).map(Severity::toString).toList(),
        "The mildest severity that breaks the check; high if absent."),
    Input.day()
  };

  private final GraphStore store;
  private final Catalogue catalogue;
  private final Supplier<LocalDate> today;
  private final Limits limits;

  CheckRoutes(HttpServer.Parts parts) {
    this.store = parts.store();
    this.catalogue = parts.catalogue();
    this.today = parts.day();
    this.limits = parts.limits();
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "check", GROUP, "Whether rules are broken")
            .takes(
                Input.text("profile", "The name of a profile; every rule if absent."),
                Input.texts("rules", "The names of rules, to ask only these."))
            .takes(OPTIONS)
            .tagged()
            .givesJson(200, REPORT, CheckReport.class),
        this::checkNamed);
    api.on(
        Operation.of("POST", PATH, "checkProfile", GROUP, "Whether rules of one's own are broken")
            .takes(OPTIONS)
            .sends(PROFILE_TYPE)
            .givesJson(200, REPORT, CheckReport.class),
        this::checkPosted);
  }

  private void checkNamed(Context ctx) {
    Parameters parameters = Parameters.parse(ctx.queryString());
    check(ctx, parameters, rules(parameters.one("profile"), parameters.all("rules")));
  }

  private void checkPosted(Context ctx) {
    if (!String.valueOf(ctx.contentType()).startsWith(PROFILE_TYPE)) {
      throw new Refusal(
              415, "unsupported-media-type", "A profile is posted as " + PROFILE_TYPE + ".")
          .withHeader("Accept-Post", PROFILE_TYPE);
    }
    try {
      Profile profile = Profiles.read(ctx.body());
      check(ctx, Parameters.parse(ctx.queryString()), Profiles.rules(profile, catalogue));
    } catch (CatalogueException e) {
      throw new Refusal(400, "bad-profile", "The profile is faulty; see the errors.")
          .with("errors", e.faults());
    }
  }

  private void check(Context ctx, Parameters parameters, List<Rule> rules) {
    LocalDate day = Day.of(parameters.one(Parameter.DAY), today);
    if (!ctx.method().equals(HandlerType.POST) && isKnown(ctx, day)) {
      return;
    }
    Severity failOn = failOn(parameters.one("failOn"));
    List<Rule> kept = keepTo(parameters.one(ORGANISATION), rules);
    CheckReport report =
        store.read(
            Scope.ALL,
            Deadline.after(limits.longestQueryTime()),
            view -> {
              ctx.header("ControlGraph-Revision", Long.toString(view.revision().number()));
              CheckReport made = new Gate(view, store.baseIri(), day, failOn).ask(kept);
              view.requireWhole();
              return made;
            });
    Json.send(ctx.header(Day.HEADER, day.toString()), report);
  }

  private boolean isKnown(Context ctx, LocalDate day) {
    String tag = EntityTag.of(ctx, store, "application/json", day.toString());
    Freshness.mark(ctx);
    ctx.header("ETag", tag);
    return EntityTag.isAnswered(ctx, tag);
  }

  private List<Rule> rules(@Nullable String profile, List<String> names) {
    List<Rule> all =
        profile == null || profile.isEmpty()
            ? Rule.all(catalogue)
            : Profiles.rules(
                Profiles.find(profile)
                    .orElseThrow(
                        () ->
                            new Refusal(
                                400,
                                "no-such-profile",
                                "There is no profile '%s'; there are: %s."
                                    .formatted(profile, String.join(", ", Profiles.names())))),
                catalogue);
    for (String name : names) {
      if (all.stream().noneMatch(rule -> rule.question().name().equals(name))) {
        throw new Refusal(400, "no-such-rule", "There is no rule '" + name + "'.");
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(rule -> names.contains(rule.question().name())).toList();
  }

  /** Every rule must be able to keep to the organisation; what it says would mislead otherwise. */
  private static List<Rule> keepTo(@Nullable String organisation, List<Rule> rules) {
    if (organisation == null || organisation.isEmpty()) {
      return rules;
    }
    return rules.stream().map(rule -> keepTo(organisation, rule)).toList();
  }

  private static Rule keepTo(String organisation, Rule rule) {
    if (rule.question().parameter(ORGANISATION).isEmpty()) {
      throw new Refusal(
          400,
          "bad-parameter",
          "The rule '%s' has no parameter 'org', so it cannot keep to one."
              .formatted(rule.question().name()));
    }
    Map<String, String> arguments = new HashMap<>(rule.arguments());
    arguments.put(ORGANISATION, organisation);
    return new Rule(rule.question(), rule.severity(), arguments);
  }

  private static Severity failOn(@Nullable String given) {
    if (given == null) {
      return Severity.HIGH;
    }
    return Severity.named(given)
        .orElseThrow(
            () ->
                new Refusal(
                    400,
                    "bad-parameter",
                    "The parameter 'failOn' is low, medium, high or critical, not: " + given));
  }
}
