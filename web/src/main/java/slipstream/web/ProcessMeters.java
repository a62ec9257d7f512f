package slipstream.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;

/** The parts of the process as {@code slipstream.part.up}, and what the process uses. */
final class ProcessMeters {
  private final MultiGauge parts;

  ProcessMeters(MeterRegistry registry) {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    buildInfo(registry);
    this.parts =
        MultiGauge.builder("slipstream.part.up")
            .description("1 when the part of the process is well, 0 when it needs a person")
            .register(registry);
  }

  /** The version comes from the jar's manifest; classes outside a jar have none. */
  private static void buildInfo(MeterRegistry registry) {
    var version = Optional.ofNullable(ProcessMeters.class.getPackage().getImplementationVersion());
    Gauge.builder("slipstream.build.info", () -> 1)
        .description("Always 1; the labels say what runs")
        .tags("version", version.orElse("dev"))
        .tags("kafka", AppInfoParser.getVersion(), "java", Runtime.version().toString())
        .register(registry);
  }

  void refresh(List<Health> now) {
    parts.register(
        now.stream().<Row<?>>map(h -> Row.of(Tags.of("part", h.name()), h.ok() ? 1 : 0)).toList(),
        true);
  }
}
