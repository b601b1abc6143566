package io.controlgraph.sparql;

import io.controlgraph.security.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses the format of an answer from what the client accepts (RFC 9110, section 12). */
public final class Negotiation {
  private Negotiation() {}

  /**
   * A format and the name it goes by on this answer.
   *
   * @param mediaType the one of the format's media types that the client asked for
   */
  public record Choice(AnswerFormat format, String mediaType) {}

  /**
   * Chooses among {@code offers}.
   *
   * @param accept the Accept headers; none accepts everything
   * @param format the {@code format} parameter, which outweighs the headers
   * @param offers what there is, the best first; it decides between equals
   * @throws Refusal 406 with the list of offers if nothing fits; 400 if a header cannot be read
   */
  public static Choice choose(
      List<String> accept, @Nullable String format, List<AnswerFormat> offers) {
    return format == null ? byAccept(accept, offers) : byName(format, offers);
  }

  private static Choice byName(String format, List<AnswerFormat> offers) {
    String wanted = format.strip().toLowerCase(Locale.ROOT);
    for (AnswerFormat offer : offers) {
      if (offer.names().contains(wanted)) {
        return new Choice(offer, offer.mediaTypes().get(0));
      }
      if (offer.mediaTypes().contains(wanted)) {
        return new Choice(offer, wanted);
      }
    }
    throw notAcceptable("This answer cannot be had as '" + format + "'.", offers);
  }

  private static Choice byAccept(List<String> accept, List<AnswerFormat> offers) {
    List<MediaRange> ranges;
    try {
      ranges = MediaRange.parse(accept);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          400, "unreadable-accept", "The Accept header cannot be read at: " + e.getMessage());
    }
    Choice best = null;
    double bestQuality = 0;
    for (Choice candidate : candidates(offers)) {
      double quality = quality(candidate.mediaType(), ranges);
      if (quality > bestQuality) {
        best = candidate;
        bestQuality = quality;
      }
    }
    if (best == null) {
      throw notAcceptable("None of the accepted formats can be made.", offers);
    }
    return best;
  }

  /** The proper media types of all offers come before any of their other names. */
  private static List<Choice> candidates(List<AnswerFormat> offers) {
    List<Choice> candidates = new ArrayList<>();
    for (AnswerFormat offer : offers) {
      candidates.add(new Choice(offer, offer.mediaTypes().get(0)));
    }
    for (AnswerFormat offer : offers) {
      offer.mediaTypes().stream().skip(1).forEach(t -> candidates.add(new Choice(offer, t)));
    }
    return candidates;
  }

  private static double quality(String mediaType, List<MediaRange> ranges) {
    return ranges.stream()
        .filter(range -> range.matches(mediaType))
        .max(
            Comparator.comparingInt(MediaRange::exactness).thenComparingDouble(MediaRange::quality))
        .map(MediaRange::quality)
        .orElse(0.0);
  }

  private static Refusal notAcceptable(String detail, List<AnswerFormat> offers) {
    List<String> available = offers.stream().map(offer -> offer.mediaTypes().get(0)).toList();
    return new Refusal(406, "not-acceptable", detail + " There is: " + String.join(", ", available))
        .with("available", available);
  }
}
