package slipstream.analysis.story;

/** Connected components of numbered nodes; a component is named by its least number. */
final class Components {
  private final int[] parents;

  Components(int nodes) {
    parents = new int[nodes];
    for (int i = 0; i < nodes; i++) parents[i] = i;
  }

  int find(int node) {
    int root = node;
    while (parents[root] != root) root = parents[root];
    while (parents[node] != root) {
      int next = parents[node];
      parents[node] = root;
      node = next;
    }
    return root;
  }

  void join(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
}
