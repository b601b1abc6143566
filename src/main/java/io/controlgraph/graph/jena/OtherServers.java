package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.ServiceList;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way to other servers, which all queries of a store share. */
final class OtherServers {
  /** How long to wait for a connection. */
  static final Duration CONNECTING = Duration.ofSeconds(5);

  /** How many answers are read at once: what is read is held, and must not use up the heap. */
  static final int READ_AT_ONCE = 4;

  private final ServiceList allowed;
  private final Supplier<HttpClient> maker;
  private final HostLookup lookup;
  private final Turns turns = new Turns(READ_AT_ONCE);

  /** Made when it is first needed: most servers ask no others. */
  private @Nullable HttpClient client;

  OtherServers(ServiceList allowed) {
    this(allowed, OtherServers::newClient);
  }

  OtherServers(ServiceList allowed, Supplier<HttpClient> maker) {
    this.allowed = allowed;
    this.maker = maker;
    this.lookup = new HostLookup(InetAddress::getAllByName, Math.max(1, allowed.size()));
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .connectTimeout(CONNECTING)
        .build();
  }

  /** Asks them until a deadline. */
  ServiceCalls until(Deadline deadline) {
    return new ServiceClient(this, deadline);
  }

  ServiceList allowed() {
    return allowed;
  }

  /** The turns to read an answer. */
  Turns turns() {
    return turns;
  }

  CompletableFuture<List<InetAddress>> addresses(String host) {
    return lookup.addresses(host);
  }

  synchronized HttpClient client() {
    HttpClient present = client;
    if (present == null) {
      present = maker.get();
      client = present;
    }
    return present;
  }

  /**
   * Has the next call go by a new client, if a failure shows that this one is of no more use: one
   * that ran out of memory loses the thread that all its connections need, and then fails always.
   */
  synchronized void forgetIfBroken(HttpClient used, @Nullable Throwable failure) {
    if (isBreak(failure) && used.equals(client)) {
      client = null;
    }
  }

  /** Whether a failure is the client's own, and will not pass. */
  static boolean isBreak(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof Error
          || each instanceof RejectedExecutionException
          || (each instanceof IOException
              && String.valueOf(each.getMessage()).contains("selector manager closed"))) {
        return true;
      }
    }
    return false;
  }
}
