package io.controlgraph.graph.jena;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Finds the addresses of hosts on threads of its own. A lookup cannot be interrupted and may hang
 * for minutes, so each host has one at a time, which all who ask for it wait for: one that hangs
 * takes one thread, however many ask.
 */
final class HostLookup {
  /** How a host's addresses are found. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final Resolver resolver;
  private final ExecutorService threads;
  private final Map<String, CompletableFuture<List<InetAddress>>> running = new HashMap<>();

  /**
   * Finds addresses.
   *
   * @param most how many hosts may be looked for at once: as many as can be asked for
   */
  HostLookup(Resolver resolver, int most) {
    this.resolver = resolver;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            most, most, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HostLookup::thread);
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "host-lookup");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The addresses of a host, once they are found; an {@link UnknownHostException} if it has none.
   */
  synchronized CompletableFuture<List<InetAddress>> addresses(String host) {
    running.values().removeIf(CompletableFuture::isDone);
    return running.computeIfAbsent(host, this::start).copy();
  }

  private CompletableFuture<List<InetAddress>> start(String host) {
    CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            found.complete(List.of(resolver.resolve(host)));
          } catch (UnknownHostException | RuntimeException | Error e) {
            found.completeExceptionally(e);
          }
        });
    return found;
  }
}
