package slipstream.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for all stores of the process: by default each store of each partition would take up to
 * 98 MB of its own.
 */
public final class BoundedMemory implements RocksDBConfigSetter {
  private static final long MEMORY = 96L << 20;
  private static final long WRITE_BUFFERS = 48L << 20;
  private static final long WRITE_BUFFER = 4L << 20;
  private static final long BLOCK = 16L << 10;

  private static final Cache CACHE = new LRUCache(MEMORY);
  private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BUFFERS, CACHE);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setBlockSize(BLOCK);
    options.setWriteBufferManager(BUFFERS);
    options.setWriteBufferSize(WRITE_BUFFER);
    options.setTableFormatConfig(table);
  }

  /** The cache and the buffers belong to the process, not to one store. */
  @Override
  public void close(String store, Options options) {}
}
