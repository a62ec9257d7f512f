package slipstream.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  @TempDir Path data;

  @Test
  void topics_areStillThereAfterARestart() throws Exception {
    try (var broker = EmbeddedBroker.start(data, 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }
    try (var broker = EmbeddedBroker.start(data, 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void secondBrokerOnTheSameFolder_isRefusedInOneLine() throws Exception {
    try (var broker = EmbeddedBroker.start(data, 0)) {
      assertThat(broker.port()).isPositive();
      assertThatThrownBy(() -> EmbeddedBroker.start(data, 0))
          .isInstanceOf(DataInUseException.class)
          .hasMessage("another process is using the data folder " + data.toAbsolutePath());
    }
  }
}
