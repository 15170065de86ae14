using ShopBot.Engine.Storage.Transfer;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>How rows are read and written in the form that every provider understands. Values are bound by place, in the order of the table's columns.</summary>
internal static class StoredSql
{
    /// <summary>The columns and where they come from.</summary>
    public static string Select(StoredTable table) => table.Name switch
    {
        "lanes" => $"SELECT {Columns(table)} FROM lanes",
        "inbox" => $"SELECT {Columns(table).Replace("parked_at", "CASE state WHEN 2 THEN done_at END", StringComparison.Ordinal)} FROM inbox",
        // One that is being sent is of unknown outcome for whoever comes next.
        "outbox" => "SELECT " + Columns(table)
            .Replace(" state,", " CASE state WHEN 1 THEN 2 ELSE state END,", StringComparison.Ordinal)
            .Replace(" at,", " CASE state WHEN 0 THEN due_at WHEN 1 THEN lease_until WHEN 2 THEN unknown_since END,", StringComparison.Ordinal) + " FROM outbox",
        "deliveries" => "SELECT store_id, channel, customer_id, head_fact, next_fact, facts_due_at, facts_fence FROM lanes",
        _ => $"SELECT {Columns(table)} FROM {table.Name}",
    };

    /// <summary>A page: the store, then what to begin after, then how many.</summary>
    public static string Page(StoredTable table)
    {
        var skip = StoredTable.OfStore.Contains(table) ? 1 : 0;
        var key = table.Columns.Take(table.KeyLength).Skip(skip).ToList();
        var after = key.Count == 0 ? "" : $"({string.Join(", ", key)}) > ({Places(skip + 1, key.Count)})";
        List<string> conditions = [.. skip == 1 ? ["store_id = ?1"] : Array.Empty<string>(), .. after.Length > 0 ? [after] : Array.Empty<string>(), .. table.Name == "deliveries" ? ["next_fact > 1"] : Array.Empty<string>()];
        var order = key.Count == 0 ? "" : $" ORDER BY {string.Join(", ", key)}";
        return $"{Select(table)} WHERE {string.Join(" AND ", conditions)}{order} LIMIT ?{skip + key.Count + 1}";
    }

    public static string Add(StoredTable table) => table.Name switch
    {
        "key_ring" => "INSERT INTO key_ring (name, xml) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM key_ring WHERE name = ?1)",
        "inbox" =>
            $"""
            INSERT INTO inbox ({Columns(table).Replace("parked_at", "state, done_at", StringComparison.Ordinal)})
            VALUES ({Places(1, 12)}, CASE WHEN ?13 IS NULL THEN 0 ELSE 2 END, ?13)
            ON CONFLICT DO NOTHING
            """,
        "outbox" =>
            $"""
            INSERT INTO outbox ({Columns(table).Replace(" at,", " due_at, unknown_since,", StringComparison.Ordinal)})
            VALUES ({Places(1, 10)}, CASE ?6 WHEN 0 THEN ?11 END, CASE ?6 WHEN 2 THEN ?11 END, {Places(12, 11)})
            ON CONFLICT DO NOTHING
            """,
        "events" => $"INSERT INTO events ({Columns(table)}, occurred_at) VALUES ({Places(1, table.Columns.Count)}, ?8) ON CONFLICT DO NOTHING",
        "deliveries" =>
            "UPDATE lanes SET head_fact = ?4, next_fact = ?5, facts_due_at = ?6, facts_fence = ?7 WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND next_fact = 1",
        _ => $"INSERT INTO {table.Name} ({Columns(table)}) VALUES ({Places(1, table.Columns.Count)}) ON CONFLICT DO NOTHING",
    };

    /// <summary>The new value, the old one, then the key.</summary>
    public static string Replace(StoredTable table, string column) =>
        $"UPDATE {table.Name} SET {column} = ?1 WHERE {column} = ?2 AND {string.Join(" AND ", table.Columns.Take(table.KeyLength).Select((name, i) => $"{name} = ?{i + 3}"))}";

    public const string Rehash =
        """
        INSERT INTO customer_aliases (store_id, kind, hash, customer_id, value, linked_at)
        SELECT store_id, kind, ?4, customer_id, ?5, linked_at FROM customer_aliases WHERE store_id = ?1 AND kind = ?2 AND hash = ?3
        ON CONFLICT DO NOTHING
        """;

    private static string Columns(StoredTable table) => string.Join(", ", table.Columns);

    private static string Places(int first, int count) => string.Join(", ", Enumerable.Range(first, count).Select(i => $"?{i}"));
}
