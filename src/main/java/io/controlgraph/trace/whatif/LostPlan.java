package io.controlgraph.trace.whatif;

import io.controlgraph.trace.coverage.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A treatment whose plan was effective and would not be.
 *
 * @param before the plan as it was
 * @param after the plan as it would be; null if the treatment no longer treats the risk
 * @param isCompleted whether the treatment is completed by the day, so that it would be among the
 *     completed treatments that do not work ({@code risk/treatments-not-effective})
 */
public record LostPlan(Plan before, @Nullable Plan after, boolean isCompleted) {}
