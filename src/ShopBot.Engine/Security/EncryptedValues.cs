using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Security;

/// <summary>Which columns of a store's rows are ciphertext, and what each value is bound to.</summary>
internal static class EncryptedValues
{
    /// <summary>The columns, apart from those of the store's own row.</summary>
    public static IReadOnlyList<EncryptedColumn> Columns { get; } =
    [
        new(StoredTable.CustomerAliases, "value", (row, _) => (Places.Aliases, Places.Value, row.Text("hash"))),
        new(StoredTable.Lanes, "state", (row, _) => (Places.Lanes, Places.State, $"{row.Text("channel")}:{row.Id("customer_id"):N}")),
        new(StoredTable.Timers, "payload", (row, _) => (Places.Timers, Places.Payload, row.Text("name"))),
        // A timer that fell due brought its payload along.
        new(StoredTable.Inbox, "payload", (row, _) => row.Text("kind") == EventKinds.Timer
            ? (Places.Timers, Places.Payload, TurnCodec.TimerName(row.Text("event_key")))
            : (Places.Inbox, Places.Payload, row.Text("event_key"))),
        new(StoredTable.Steps, "result", (row, eventKey) => (Places.Steps, Places.Result, $"{eventKey}:{row.Text("step")}")),
        new(StoredTable.Outbox, "payload", (row, _) => (Places.Outbox, Places.Payload, row.Id("outbox_id").ToString("N"))),
        new(StoredTable.Outbox, "message_id", (row, _) => (Places.Outbox, Places.MessageId, row.Text("message_ref"))),
        new(StoredTable.Events, "payload", (row, _) => (Places.Events, Places.Payload, row.Text("place"))),
        new(StoredTable.Credentials, "value", (row, _) => (Places.Stores, Places.Shopify, row.Id("store_id").ToString("N"))),
    ];
}

/// <summary>A column of ciphertext.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">What a value is bound to; of a step, also the key of its event is needed.</param>
internal sealed record EncryptedColumn(StoredTable Table, string Name, Func<StoredRow, string, (string Table, string Column, string Row)> Place)
{
    public int Index { get; } = Table.Columns.ToList().IndexOf(Name);
}

/// <summary>A row with its columns by name.</summary>
internal readonly struct StoredRow(StoredTable table, IReadOnlyList<object?> row)
{
    public string Text(string column) => (string?)Of(column) ?? "";

    public Guid Id(string column) => (Guid)Of(column)!;

    private object? Of(string column)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i] == column)
                return row[i];
        }

        throw new InvalidOperationException($"'{table}' has no column '{column}'.");
    }
}
