package slipstream.app.role;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.config.Sources;
import slipstream.ingest.IngestService;
import slipstream.ingest.IngestSettings;
import slipstream.ingest.SourceCatalog;
import slipstream.web.Health;

/** Ingest: fetches what the sources bring. */
public final class IngestRole implements Role {
  private final IngestService service;

  public IngestRole(Surroundings around, Configs configs) {
    Sources sources = configs.sources();
    service =
        new IngestService(
            around.clients(),
            around.topics(),
            around.now(),
            around.registry(),
            IngestSettings.of(sources.contact(), sources.allowPrivate(), around.config()));
    service.start();
    configs.onSources(s -> service.configure(s.contact(), s.allowPrivate()));
  }

  public IngestService.Progress progress() {
    return service.progress();
  }

  /** True when each archive has been read to its end and each feed been asked, since the start. */
  public boolean hasReadAll(Sources sources) {
    Set<String> keys =
        sources.sources().stream().map(SourceCatalog::key).collect(Collectors.toSet());
    return service.isUpToDate(keys) && service.progress().exhausted();
  }

  @Override
  public Health health() {
    var health = service.health();
    return new Health("ingest", health.up(), health.detail());
  }

  @Override
  public @Nullable Throwable failure() {
    return null;
  }

  @Override
  public void close() {
    service.close();
  }
}
